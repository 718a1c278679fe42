import { DateTime } from "effect"
import type { PolicyInForce } from "../questions/policySheet.ts"
import type { TaxpayerContact } from "../taxpayer/TaxpayerContact.ts"

/** The addresses of a person on file for notices about a new logon. */
export interface WhomToTell {
  /** Lines of each envelope, and which address it is. */
  readonly letters: ReadonlyArray<{ readonly lines: ReadonlyArray<string>; readonly channel: "post" | "former-post" }>
  readonly emails: ReadonlyArray<string>
}

/**
 * Returns where to tell the person on file about a new logon: every address, and the previous one if it changed a short while
 * ago, because a thief would change it first.
 *
 * @rule D-26
 */
export const whomToTell = (
  { address, addressChangedOn, emails, formerAddress }: TaxpayerContact,
  now: DateTime.Utc,
  { letters: { formerAddressDays } }: Pick<PolicyInForce, "letters">
): WhomToTell => {
  const isRecent =
    addressChangedOn !== null &&
    DateTime.isLessThan(now, DateTime.add(DateTime.makeUnsafe(addressChangedOn), { days: formerAddressDays }))
  const letters: WhomToTell["letters"] = [
    { lines: address, channel: "post" },
    ...(formerAddress !== null && isRecent ? [{ lines: formerAddress, channel: "former-post" } as const] : [])
  ]
  return { letters: letters.filter(({ lines }) => lines.length > 0), emails: [...new Set(emails)] }
}
