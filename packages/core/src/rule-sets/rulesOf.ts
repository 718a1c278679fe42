import type { Question, Rule } from "../engine/Rule.ts"

type AnyQuestion = Question<never, never, unknown>

/** Returns the rules of a question in the order in which they are checked. */
export const rulesOfQuestion = ({
  lockedUnless = [],
  referredUnless = [],
  refusedUnless,
  warnedUnless = []
}: AnyQuestion): ReadonlyArray<Rule<never, never>> => [
  ...lockedUnless,
  ...referredUnless,
  ...refusedUnless,
  ...warnedUnless
]

/** Returns the rules of all these questions, each once. */
export const rulesOf = (questions: Readonly<Record<string, AnyQuestion>>): ReadonlyArray<Rule<never, never>> => [
  ...new Set(Object.values(questions).flatMap(rulesOfQuestion))
]
