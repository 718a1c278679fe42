import type { Outcome } from "../engine/ask.ts"
import type { PolicyInForce } from "../questions/policySheet.ts"
import type { QuestionId } from "../questions/questionIds.ts"

/** What is answered to a vector, wherever it is asked: in JSON, with rules by their id. */
export interface VectorAnswer {
  readonly decision: {
    readonly _tag: "Accepted" | "Refused" | "NeedsFacts" | "Locked" | "Referred"
    readonly rule?: string
    readonly grant?: unknown
  }
  /** In the order of the question. */
  readonly findings: ReadonlyArray<readonly [rule: string, outcome: Outcome]>
}

/** A question, facts as far as they are known, and what must be answered under a rule set. */
export interface Vector {
  readonly question: QuestionId
  /** Id of a rule set of the file. */
  readonly ruleSet: string
  /** `{subject: {name: value}}`; what is left out is not known. */
  readonly facts: object
  readonly expected: VectorAnswer
}

/** `vectors.json`: nothing in it needs this language. */
export interface VectorFile {
  readonly ruleSets: Readonly<Record<string, { readonly hash: string; readonly policy: PolicyInForce }>>
  readonly vectors: ReadonlyArray<Vector>
}
