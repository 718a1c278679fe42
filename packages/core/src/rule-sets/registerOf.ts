import type { Citation } from "../engine/Citation.ts"
import { isSecret } from "../engine/explain.ts"
import type { Question, Rule } from "../engine/Rule.ts"
import { rulesOf, rulesOfQuestion } from "./rulesOf.ts"
import type { Statement } from "./statements.ts"

/** A row of the register: a rule with its question, or a statement with its test. */
export interface RegisterEntry {
  readonly id: string
  /** Ids that it had. */
  readonly formerIds?: ReadonlyArray<string>
  readonly title: string
  readonly cites: ReadonlyArray<Citation>
  /** Ids of the questions that ask it. */
  readonly questions?: ReadonlyArray<string>
  readonly reads?: ReadonlyArray<string>
  /** People outside are not told that it failed. */
  readonly secret?: boolean
  /** Wording id. */
  readonly message?: string
  readonly remedies?: ReadonlyArray<string>
  /** Name of the test that checks a statement. */
  readonly heldBy?: string
}

type AnyQuestion = Question<never, never, unknown>

const entryOf = (rule: Rule<never, never>, questions: ReadonlyArray<AnyQuestion>): RegisterEntry => {
  const asking = questions.filter((question) => rulesOfQuestion(question).includes(rule))
  return {
    id: rule.id,
    ...(rule.formerIds && { formerIds: rule.formerIds }),
    title: rule.title,
    cites: rule.cites,
    questions: asking.map(({ id }) => id),
    reads: rule.reads,
    secret: asking.some((question) => isSecret(rule, question)),
    message: rule.message,
    remedies: rule.remedies
  }
}

/** Returns every rule and statement once, by id: first those of the source (R), then ours (D). */
export const registerOf = (
  questions: Readonly<Record<string, AnyQuestion>>,
  statements: ReadonlyArray<Statement>
): ReadonlyArray<RegisterEntry> => {
  const all = Object.values(questions)
  const rules = rulesOf(questions)
  const entries = [...rules.map((rule) => entryOf(rule, all)), ...statements]
  return entries.sort((a, b) => b.id.charCodeAt(0) - a.id.charCodeAt(0) || (a.id < b.id ? -1 : 1))
}
