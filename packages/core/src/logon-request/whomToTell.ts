import { DateTime } from "effect"
import type { PolicyInForce } from "../questions/policySheet.ts"
import type { TaxpayerContact } from "../taxpayer/TaxpayerContact.ts"

/** Where somebody on file is told of a new logon. */
export interface WhomToTell {
  /** Lines of each envelope, and which address it is. */
  readonly letters: ReadonlyArray<{ readonly lines: ReadonlyArray<string>; readonly channel: "post" | "former-post" }>
  readonly emails: ReadonlyArray<string>
}

/**
 * Where the person on file is told that a logon was made: at every address, and at the one before where it changed a short
 * while ago, as a thief would have it changed first.
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
