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

/** What a call answers with one status. */
export interface CallAnswer {
  readonly description: string
  /** Absent: no JSON. */
  readonly json?: Schema.Top
  /** A page is available as well. */
  readonly html?: true
  /** It is sent as it is stored. */
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

/** What must come with a call: nothing, the token of a logon request, the cookie of a session, or an API key of a scope. */
export type CallNeeds =
  | "nobody"
  | "request-token"
  | SessionNeeds
  | {
      readonly scope: ApiKeyScope
      /** Another scope that will do, depending on what the body asks. */
      readonly orScope?: ApiKeyScope
    }

/**
 * A limit that a call uses up; the server's settings say how much it allows.
 *
 * **Details**
 *
 * Most count by the address that calls, `decisions` and `simulations` by the API key. `activation-code` counts a log-in that comes with one. The three of evidence count a
 * wrong answer only. Those of a draft or a request count by its id, once its token was shown: a stranger uses up none of its
 * owner's tries.
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
 * One call of the API as one value: the routes, the API document, the rate limits and the typed client are made of it.
 *
 * **Details**
 *
 * What follows from the rest is not repeated: the problems of a body, of a session, of the origin check and of the limit of all
 * calls.
 *
 * **Gotchas**
 *
 * The server checks in this order: origin, `needs`, body, `limits`. The handler runs last.
 */
export interface CallShape {
  /** Its name for generated clients: a verb and its object. */
  readonly name: string
  readonly tag: CallTag
  readonly summary: string
  readonly description?: string
  readonly needs: CallNeeds
  /** Who may change something with it; absent: anyone. */
  readonly from?: "our-pages" | "our-pages-and-programs"
  /** Those that count before the body is read. */
  readonly limitsFirst?: ReadonlyArray<LimitName>
  /** In the order in which they count, once the body is read. */
  readonly limits?: ReadonlyArray<LimitName>
  /** What takes no less time than the refusal floor, whatever the result: the handler, or all of the call. @rule D-09 */
  readonly floor?: "handler" | "call"
  readonly query?: Readonly<Record<string, string>>
  /** Headers that must come with it. */
  readonly headers?: Readonly<Record<string, string>>
  /** The schema that the server reads the body by. */
  readonly body?: Schema.ConstraintDecoder<unknown>
  /** Body and answer are lines of JSON, each one of these. */
  readonly lines?: true
  readonly answers: Readonly<Record<number, CallAnswer>>
  /** Codes of the problems of its own. */
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

/** What the answers of a call carry, by status. */
export type AnswersOf<C extends CallShape> = { readonly [S in keyof C["answers"]]: JsonOf<C["answers"][S]> }
