import type { Evidence } from "../verification/claimKinds.ts"

/** What a logon's access to a taxpayer rests on: an amount or a line item, or a letter to the address on file. @rule D-25 */
export type Standing = "amount" | "letter"

/** The standing that a proof gives: a line item ranks as an amount. ☼ */
export const standingOf = (evidence: Evidence): Standing => (evidence === "letterId" ? "letter" : "amount")
