import type * as Schema from "effect/Schema"

/** A chapter of the document. */
export type CallTag =
  | "Logon requests"
  | "Log in"
  | "Two-step verification"
  | "Profile"
  | "Ways back"
  | "Rules engine"
  | "Operation"

/** What a call is answered in one status. */
export interface CallAnswer {
  readonly description: string
  /** Absent: no JSON. */
  readonly json?: Schema.Top
  /** It may be had as a page, too. */
  readonly html?: true
}

/**
 * One route of the house, described for whoever calls it; plain data in English.
 *
 * **Details**
 *
 * What follows from the rest is not said again: the problems of a body, of a key, of the origin check and of the limit of
 * all calls are in the document of their own.
 */
export interface Call {
  readonly method: "get" | "post" | "put" | "patch" | "delete"
  /** As OpenAPI has it, `/v1/logon-requests/{id}`. */
  readonly path: string
  /** Its name for generated clients: a verb and what it is done to. */
  readonly name: string
  readonly tag: CallTag
  readonly summary: string
  readonly description?: string
  /** What must come with it: nothing, the token of a request, the cookie of a log-in, or an API key of a scope. */
  readonly key: "none" | "request-token" | "session" | { readonly scope: string }
  /** Another scope that will do, by what the body asks. */
  readonly orScope?: string
  /** Who may change something by it; absent: anybody. */
  readonly from?: "our-pages" | "our-pages-and-programs"
  readonly query?: Readonly<Record<string, string>>
  /** Headers that must come with it. */
  readonly headers?: Readonly<Record<string, string>>
  /** The very schema that the route reads. */
  readonly body?: Schema.ConstraintDecoder<unknown>
  /** Body and answer are lines of JSON, each one of these. */
  readonly lines?: true
  readonly answers: Readonly<Record<number, CallAnswer>>
  /** Codes of the problems of its own. */
  readonly problems?: ReadonlyArray<string>
}
