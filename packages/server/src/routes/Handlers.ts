import type { AnswersOf, BodyOf, CallNeeds, CallShape, ParamsOf, SessionNeeds } from "@mtc-logon/core/contract"
import type { LogonRequestKey } from "@mtc-logon/core/logon-request"
import type { requireSession } from "@mtc-logon/core/login"
import type { ApiKey } from "@mtc-logon/core/partner"
import type { Effect } from "effect"
import type { Context } from "hono"
import type { HttpEnv } from "../http/HttpEnv.ts"
import type { AnsweredError } from "../http/problems.ts"
import type { ClientAddress } from "../limits/clientAddress.ts"
import type { Ports } from "./Ports.ts"

/** Who makes a call, as what it needs has shown. */
export type CalledBy<N extends CallNeeds> = N extends "request-token"
  ? { readonly key: LogonRequestKey }
  : N extends SessionNeeds
    ? { readonly session: Effect.Success<ReturnType<typeof requireSession>> }
    : N extends { readonly scope: string }
      ? { readonly apiKey: ApiKey }
      : unknown

/** What every handler is given. */
export interface Given {
  /** For what only HTTP knows: cookies, and headers of the answer. */
  readonly c: Context<HttpEnv>
  readonly caller: ClientAddress
}

type OneOf<T, All = T> = T extends unknown ? ([All] extends [T] ? T : never) : never

type Paired<A> = { readonly [S in keyof A]: readonly [status: S, json: A[S]] }[keyof A]

/** What a handler returns: the JSON of its one answer; where there are more, the status with it, or a response of its own. */
export type Result<A> = [OneOf<keyof A>] extends [never] ? Paired<A> | Response : A[keyof A]

/** A call that has a page as well, sends what is stored, or answers in lines may return a response of its own. */
type AsIs<C extends CallShape> = C extends { readonly lines: true }
  ? Response
  : C["answers"][keyof C["answers"]] extends { readonly html: true } | { readonly asIs: true }
    ? Response
    : never

/** Handles one call: it is typed by what the call needs, its path, its body and its answers. */
type Handler<W, C extends CallShape> = (
  given: Given &
    CalledBy<C["needs"]> & {
      readonly params: ParamsOf<W>
      readonly query: { readonly [Name in keyof C["query"]]?: string }
      readonly body: BodyOf<C, "Type">
    }
) => Effect.Effect<Result<AnswersOf<C>> | AsIs<C>, AnsweredError, Ports>

/** The handlers of a list of calls: one for each, or it does not compile. */
export type Handlers<C> = { readonly [W in keyof C]: C[W] extends CallShape ? Handler<W, C[W]> : never }
