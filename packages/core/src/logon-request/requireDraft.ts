import { Effect } from "effect"
import type { LogonRequest, LogonRequestDraft } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"

/** The draft that a request still is; after submit no step is open. */
export const requireDraft = (request: LogonRequest): Effect.Effect<LogonRequestDraft, LogonRequestError> =>
  request.status === "draft"
    ? Effect.succeed(request)
    : Effect.fail(new LogonRequestError({ reason: { _tag: "StepNotOpen" } }))
