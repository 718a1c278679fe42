import type { StaffLook } from "@mtc-logon/core/decisions"
import type { ApiKey } from "@mtc-logon/core/partner"
import { DateTime, Effect } from "effect"
import type { Context } from "hono"
import { HttpError } from "../../http/HttpError.ts"
import { houseLimits } from "../../limits/houseLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"
import { limitedTo } from "../limited.ts"

/** A case has a letter first and no nine digits in a row, however they are grouped: nobody's number stands in the trail as one. */
const isCaseNumber = (text: string): boolean =>
  /^[A-Za-z][\w-]{2,39}$/.test(text) && !/\d{9}/.test(text.replaceAll(/[-_]/g, ""))

/** The look of staff at a decision: by which key, and for which case. */
export const staffLook = Effect.fnUntraced(function* (c: Context, { id }: ApiKey, purpose: StaffLook["purpose"]) {
  const caseNumber = c.req.header("case-number") ?? ""
  if (!isCaseNumber(caseNumber)) {
    return yield* new HttpError({ reason: { _tag: "Malformed", paths: ["caseNumber"] } })
  }
  yield* limitedTo(houseLimits(yield* ServerConfig).looks, id)
  return { by: id, caseNumber, purpose, at: yield* DateTime.now } satisfies StaffLook
})
