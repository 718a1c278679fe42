import { DateTime } from "effect"
import type { PolicyInForce } from "../decisions/PolicyInForce.ts"
import type { TaxpayerContact } from "../taxpayer/TaxpayerContact.ts"

/** Where somebody on file is told of a new logon. */
export interface WhomToTell {
  /** Lines of each envelope. */
  readonly letters: ReadonlyArray<ReadonlyArray<string>>
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
  { letters }: Pick<PolicyInForce, "letters">
): WhomToTell => {
  const isRecent =
    addressChangedOn !== null &&
    DateTime.isLessThan(now, DateTime.add(DateTime.makeUnsafe(addressChangedOn), { days: letters.formerAddressDays }))
  const lines = [address, ...(formerAddress !== null && isRecent ? [formerAddress] : [])]
  return { letters: lines.filter((each) => each.length > 0), emails: [...new Set(emails)] }
}
