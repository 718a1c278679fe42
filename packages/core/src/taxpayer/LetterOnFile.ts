/** What a letter was mailed for. Only the kinds that the rule set lists are evidence. */
export type LetterKind = "sign-up" | "identity-verification" | "notice"

/** A letter mailed to the taxpayer. */
export interface LetterOnFile {
  /** `L` and ten digits. */
  readonly letterId: string
  readonly kind: LetterKind
  /** Whole days since it was mailed. */
  readonly ageDays: number
  /** `reserved`: held by another request. `superseded`: a newer letter of this taxpayer was proved with. @rule D-07 */
  readonly state: "live" | "reserved" | "used" | "superseded"
}
