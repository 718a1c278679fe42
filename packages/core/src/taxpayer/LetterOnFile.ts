/** The purpose of a letter. Only the kinds that the rule set lists are evidence. */
export const letterKinds = ["sign-up", "identity-verification", "notice"] as const
export type LetterKind = (typeof letterKinds)[number]

/** `reserved`: held by another request. `superseded`: this taxpayer used a newer letter as proof. @rule D-07 */
export const letterStates = ["live", "reserved", "used", "superseded"] as const

/** A letter mailed to the taxpayer. */
export interface LetterOnFile {
  /** `L` and ten digits. */
  readonly letterId: string
  readonly kind: LetterKind
  /** Whole days since it was mailed. */
  readonly ageDays: number
  readonly state: (typeof letterStates)[number]
}
