import { DateTime, Effect } from "effect"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"
import { LogonRequests } from "./LogonRequests.ts"
import type { ReceiptView } from "./logonRequestViewSchema.ts"

/** The receipt of a submitted request, without the PIN, which is shown only once (D-17). Fails with `StepNotOpen` for a draft. @rule R-40 */
export const findReceipt = Effect.fn("findReceipt")(function* (key: LogonRequestKey) {
  const request = yield* (yield* LogonRequests).find(key, yield* DateTime.now)
  if (request.status === "draft") return yield* new LogonRequestError({ reason: { _tag: "StepNotOpen" } })
  const { confirmationNumber, role, submittedAt, username } = request
  return {
    confirmationNumber,
    submittedAt: DateTime.formatIso(submittedAt),
    username,
    role
  } satisfies Omit<ReceiptView, "pin">
})
