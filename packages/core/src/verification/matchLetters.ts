import type { TaxpayerRecord } from "../taxpayer/taxpayerRecordSchema.ts"
import { isSameText } from "./isSameText.ts"
import type { VerificationPolicy } from "./verificationSheet.ts"

/** What the letter is whose ID was typed; each holds only where the one before it does. */
export interface MatchingLetters {
  /** It was mailed to this taxpayer. */
  readonly theirs: boolean
  /** It is of a kind that is about signing up. */
  readonly signUp: boolean
  /** It can still be used. */
  readonly live: boolean
}

/**
 * Looks for a typed letter ID among the letters that were mailed to a taxpayer.
 *
 * **Gotchas**
 *
 * Compares with every letter, and with every character, so that time reveals nothing.
 *
 * @rule R-14 @rule D-07
 */
export const matchLetters = (
  letterId: string | null,
  letters: TaxpayerRecord["letters"],
  { kinds, lifeDays }: VerificationPolicy["verification"]["letters"]
): MatchingLetters => {
  const typed = letterId ?? ""
  let theirs = 0
  let signUp = 0
  let live = 0
  for (const { ageDays, kind, letterId, state } of letters) {
    const same = Number(isSameText(letterId, typed))
    const isSignUp = same & Number(kinds.includes(kind))
    theirs |= same
    signUp |= isSignUp
    live |= isSignUp & Number(state === "live") & Number(ageDays < lifeDays)
  }
  return { theirs: theirs === 1, signUp: signUp === 1, live: live === 1 }
}
