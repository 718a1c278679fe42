import { Data } from "effect"
import type { DateTime } from "effect"

/** Why a call was answered before any use case ran. */
export type HttpReason =
  | { readonly _tag: "RouteNotFound" }
  /** The content type is not exactly `application/json`. */
  | { readonly _tag: "NotJsonType" }
  | { readonly _tag: "BodyTooLarge" }
  /** Not JSON, too deep, an unknown member, a wrong type. Paths only: `profile.email`; none where it is no JSON. */
  | { readonly _tag: "Malformed"; readonly paths: ReadonlyArray<string> }
  /** The page that calls is not one of ours. */
  | { readonly _tag: "OriginRefused" }
  | { readonly _tag: "PartnerRefused"; readonly why: "partner_unknown" | "partner_disabled" }
  /** No bearer token, or none that could be one. */
  | { readonly _tag: "NoBearer" }
  /** No API key, or none that is good. */
  | { readonly _tag: "ApiKeyRefused" }
  /** The key may not do this. */
  | { readonly _tag: "ScopeMissing" }
  /** What was given as facts is none of the question; paths in the body and codes, never values. */
  | {
      readonly _tag: "FactsRefused"
      readonly issues: ReadonlyArray<{ readonly path: string; readonly code: string }>
    }
  | { readonly _tag: "TooManyRequests"; readonly retryAt: DateTime.Utc }
  | { readonly _tag: "Unavailable" }
  /** Others are served first that ask for the same: it may come again soon. */
  | { readonly _tag: "Busy"; readonly retryAt: DateTime.Utc }
  /** What the service waits for before it can answer anything. */
  | { readonly _tag: "NotReady"; readonly why: "database" }
  /** A mistake of ours; what it was stands in the log beside the request id. */
  | { readonly _tag: "Defect" }

/** The expected failure of this room. */
export class HttpError extends Data.TaggedError("HttpError")<{ readonly reason: HttpReason }> {}
