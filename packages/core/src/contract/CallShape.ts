import type { ProblemCode } from "./problems.ts"
import type * as Schema from "effect/Schema"
import type { ApiKeyScope } from "../partner/ApiKey.ts"

/** A chapter of the API document. */
export type CallTag =
  | "Logon requests"
  | "Log in"
  | "Two-step verification"
  | "Profile"
  | "Ways back"
  | "Rules engine"
  | "Operation"

/** The response of a call for one status. */
export interface CallAnswer {
  readonly description: string
  /** Absent: no JSON. */
  readonly json?: Schema.Top
  /** The response is also available as a page. */
  readonly html?: true
  /** The server sends the response as it is stored. */
  readonly asIs?: true
}

/**
 * How far the log-in of a session must be.
 *
 * **Details**
 *
 * `any-session`: the password was right. `resting-session`: the same, and the call does not move the session's idle end.
 * `password`: the same as `any-session`, and no terms are pending. `two-step`: both steps are done and no terms are pending.
 * `two-step-before-terms`: both steps are done.
 */
export type SessionNeeds = "any-session" | "resting-session" | "password" | "two-step" | "two-step-before-terms"

/** What a call requires: nothing, the token of a logon request, the cookie of a session, or an API key with a scope. */
export type CallNeeds =
  | "nobody"
  | "request-token"
  | SessionNeeds
  | {
      readonly scope: ApiKeyScope
      /** Another scope that is enough for some bodies. */
      readonly orScope?: ApiKeyScope
    }

/**
 * A limit that a call uses up. The server's settings set its size.
 *
 * **Details**
 *
 * Most count by the caller's address. `decisions` and `simulations` count by the API key. `activation-code` counts a log-in with
 * an activation code. The three limits of evidence count only wrong answers. Limits of a draft or a request count by its id, and
 * only calls with its token, so a stranger cannot use up its owner's tries.
 */
export type LimitName =
  | "activation"
  | "activation-code"
  | "amount-evidence"
  | "codes"
  | "decisions"
  | "drafts"
  | "emailsPerRequest"
  | "letter-code"
  | "letter-evidence"
  | "letters"
  | "logIn"
  | "profilesPerDraft"
  | "recoveryPerAddress"
  | "simulations"
  | "usernamesPerDraft"

/** The key of a call in the list of calls: its method and its path as OpenAPI writes it, `PUT /v1/me/pin`. */
export type CallWay = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`

/**
 * One call of the API as a value. The routes, the API document, the rate limits and the typed client are made from it.
 *
 * **Details**
 *
 * It does not repeat problems that follow from its other parts: those of a body, a session, the origin check and the limit on all
 * calls.
 *
 * **Gotchas**
 *
 * The server checks in this order: origin, `needs`, body, `limits`. The handler runs last.
 */
export interface CallShape {
  /** The call's name for generated clients: a verb and its object. */
  readonly name: string
  readonly tag: CallTag
  readonly summary: string
  readonly description?: string
  readonly needs: CallNeeds
  /** Who can change something with it. If absent, anyone. */
  readonly from?: "our-pages" | "our-pages-and-programs"
  /** Limits that count before the server reads the body. */
  readonly limitsFirst?: ReadonlyArray<LimitName>
  /** Limits that count after the server reads the body, in this order. */
  readonly limits?: ReadonlyArray<LimitName>
  /** What takes at least the refusal floor, whatever the result: the handler, or the whole call. @rule D-09 */
  readonly floor?: "handler" | "call"
  readonly query?: Readonly<Record<string, string>>
  /** Required headers. */
  readonly headers?: Readonly<Record<string, string>>
  /** The schema that the server reads the body with. */
  readonly body?: Schema.ConstraintDecoder<unknown>
  /** The schema of each line, if the body and the response are lines of JSON. */
  readonly lines?: true
  readonly answers: Readonly<Record<number, CallAnswer>>
  /** Codes of the problems that only this call has. */
  readonly problems?: ReadonlyArray<ProblemCode>
}

/** A list of calls, keyed by method and path. */
export type CallList = Readonly<Record<CallWay, CallShape>>

type ParamNames<W> = W extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamNames<Rest> : never

/** The parameters in the path of a call. */
export type ParamsOf<W> = { readonly [Name in ParamNames<W>]: string }

/** The body of a call: `Type` as the server reads it, `Encoded` as a client sends it. */
export type BodyOf<C, Side extends "Type" | "Encoded"> = C extends { readonly body: infer B extends Schema.Top }
  ? B[Side]
  : never

type JsonOf<A> = A extends { readonly json: infer J extends Schema.Top } ? J["Type"] : void

/** The content of a call's responses, by status. */
export type AnswersOf<C extends CallShape> = { readonly [S in keyof C["answers"]]: JsonOf<C["answers"][S]> }
