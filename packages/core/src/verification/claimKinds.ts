import { keysOf } from "../engine/keysOf.ts"
import type { ReturnLines } from "../taxpayer/taxpayerRecordSchema.ts"

interface ClaimKindRow {
  /** The line of a return that it names; null: it names none. @rule R-09 */
  readonly line: keyof ReturnLines | null
  /** What a proof by it is evidence of, and what a person chooses it by. */
  readonly evidence: string
  /** The counter of failed attempts that it counts in: neither counts for the other. @rule D-30 @rule D-61 */
  readonly counts: "amount" | "letter"
  /** The step of the logon request that asks it. */
  readonly step: string
}

/** Every kind of claim, a row each: what else is said of a kind follows from its row. */
export const claimKinds = {
  taxReturnAmount: { line: "incomeTaxAfterCredits", evidence: "amount", counts: "amount", step: "tax-amount" },
  refundAmount: { line: "refund", evidence: "amount", counts: "amount", step: "tax-amount" },
  amountDue: { line: "amountDue", evidence: "amount", counts: "amount", step: "tax-amount" },
  lineItem: { line: "lineItem", evidence: "lineItem", counts: "amount", step: "line-item" },
  letterId: { line: null, evidence: "letterId", counts: "letter", step: "letter-id" }
} as const satisfies Readonly<Record<string, ClaimKindRow>>

type Kinds = typeof claimKinds
type Kind = keyof Kinds

/** The kinds whose row has one of these. */
type KindsWith<R extends Partial<ClaimKindRow>> = { readonly [K in Kind]: Kinds[K] extends R ? K : never }[Kind]

/** A kind that is one of the amounts a person chooses from. */
export type AmountKind = KindsWith<{ readonly evidence: "amount" }>

/** A kind that stands on a line of a return. */
export type LineKind = KindsWith<{ readonly line: keyof ReturnLines }>

/** What somebody proved with. */
export type Evidence = Kinds[Kind]["evidence"]

/** What a claim is counted as. */
export type AttemptKind = Kinds[Kind]["counts"]

/** A step that proves who a person is. */
export type EvidenceStepId = Kinds[Kind]["step"]

/** One or more, each once. */
type List<A> = readonly [A, ...ReadonlyArray<A>]

const kinds: ReadonlyArray<Kind> = keysOf(claimKinds)
const listOf = <A>(of: (kind: Kind) => A) => [...new Set(kinds.map(of))] as unknown as List<A>

export const claimKindIds = listOf((kind) => kind)
export const evidences = listOf((kind): Evidence => claimKinds[kind].evidence)
export const attemptKinds = listOf((kind): AttemptKind => claimKinds[kind].counts)
export const evidenceSteps = listOf((kind): EvidenceStepId => claimKinds[kind].step)

export const isAmountKind = (kind: Kind): kind is AmountKind => claimKinds[kind].evidence === "amount"
export const isLineKind = (kind: Kind): kind is LineKind => claimKinds[kind].line !== null

/** What an answer to a step is counted as; none for a step that proves nothing. */
export const attemptKindOf = (step: string): AttemptKind | undefined =>
  kinds.map((kind) => claimKinds[kind]).find((row) => row.step === step)?.counts
