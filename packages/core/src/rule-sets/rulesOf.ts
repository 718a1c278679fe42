import type { Question, Rule } from "../engine/Rule.ts"

type AnyQuestion = Question<never, never, unknown>

/** The rules of a question, in the order in which they are asked. */
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

/** The rules of all these questions, each once. */
export const rulesOf = (questions: Readonly<Record<string, AnyQuestion>>): ReadonlyArray<Rule<never, never>> => [
  ...new Set(Object.values(questions).flatMap(rulesOfQuestion))
]
