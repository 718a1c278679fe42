import type { TwoStepMethod } from "@mtc-logon/core/two-step"
import { Redacted } from "effect"
import type { twoStepMethodTable } from "../database/logonTable.ts"
import type { Sealing } from "../secrets/Sealing.ts"

type MethodRow = typeof twoStepMethodTable.$inferSelect

export const targetPlace = (id: string) => ({ table: "two_step_method", column: "target", row: id })

/** The method that a row keeps; an app's is its secret, a passkey's its key, which nobody is shown. */
export const methodOf = (sealing: Sealing["Service"], { confirmedAt, id, kind, target }: MethodRow): TwoStepMethod => ({
  id,
  kind,
  target: kind === "totp" || kind === "passkey" ? null : Redacted.value(sealing.open(targetPlace(id), target)),
  confirmed: confirmedAt !== null
})
