/** The purpose of a letter. Only the kinds that the rule set lists are evidence. */
export type LetterKind = "sign-up" | "identity-verification" | "notice"

/** A letter mailed to the taxpayer. */
export interface LetterOnFile {
  /** `L` and ten digits. */
  readonly letterId: string
  readonly kind: LetterKind
  /** Whole days since it was mailed. */
  readonly ageDays: number
  /** `reserved`: held by another request. `superseded`: this taxpayer used a newer letter as proof. @rule D-07 */
  readonly state: "live" | "reserved" | "used" | "superseded"
}
