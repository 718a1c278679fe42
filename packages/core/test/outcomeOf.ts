import { ask } from "../src/engine/ask.ts"
import type { Outcome } from "../src/engine/ask.ts"
import type { Knowledge, Question, Rule } from "../src/engine/Rule.ts"
import { withIdRanges } from "../src/rule-sets/withPolicy.ts"
import { mtc2020 } from "../src/rule-sets/massachusetts/mtc2020.ts"
import { nist80063b4 } from "../src/rule-sets/massachusetts/nist80063b4.ts"

/** The rule sets of the tests: numbers that are never issued. */
export const [sandbox, strict] = [withIdRanges(mtc2020, "sandbox"), withIdRanges(nist80063b4, "sandbox")]

/** What one rule of a question makes of facts under a policy; undefined where the policy has not this rule. */
export const outcomeOf = <F, P, A>(
  question: Question<F, P, A>,
  rule: Rule<F, P>,
  facts: Knowledge<F>,
  policy: P
): Outcome | undefined =>
  ask(question, policy)
    .evaluate(facts)
    .findings.find((finding) => finding.rule === rule)?.outcome
