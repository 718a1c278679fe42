import type { Asked } from "../engine/ask.ts"
import type { FactsOf, QuestionId } from "../questions/questionIds.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { askedWithConfirmedId } from "../verification/askedWithConfirmedId.ts"
import { askedIn } from "./decide.ts"

/**
 * Returns the question of a decision on record as it was asked then: with R-05, where the record has its finding.
 *
 * @adr 0050
 */
export const askedOnRecord = (
  rules: Pick<RuleSetInForce, "ask">,
  question: QuestionId,
  findings: ReadonlyArray<readonly [rule: string, outcome: string]>
): Asked<FactsOf<QuestionId>, unknown, unknown> =>
  question === "verification" && findings.some(([rule]) => rule === "R-05")
    ? (askedWithConfirmedId(rules.ask.verification) as never)
    : askedIn(rules, question)
