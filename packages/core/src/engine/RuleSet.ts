import { ask } from "./ask.ts"
import type { Asked } from "./ask.ts"
import type { Question } from "./Rule.ts"
import { requireDay } from "./requireDay.ts"

/** Questions by their names in a rule set. */
export type Questions = Readonly<Record<string, Question<never, never, unknown>>>

/** The policy that all the questions read together. */
export type PolicyOf<Q extends Questions> = [Q[keyof Q]] extends [Question<never, infer P, unknown>] ? P : never

/** The questions, each bound to one policy. */
export type AskedOf<Q extends Questions> = {
  readonly [K in keyof Q]: Q[K] extends Question<infer F, infer P, infer A> ? Asked<F, P, A> : never
}

/** Policy values and the questions that read them, in force from a day on. */
export interface RuleSet<Q extends Questions, P = PolicyOf<Q>> {
  /** Id in kebab case, the same for every version: `mtc-2020`. */
  readonly id: string
  /** Counts from 1. */
  readonly version: number
  /** Days in ISO 8601: in force from the first day, until the day before the second. */
  readonly effective: { readonly from: string; readonly to?: string }
  readonly policy: P
  /** Source of each policy value, by path: `"logon.pin.digits": "seed line 167, D-17"`. */
  readonly sources: Readonly<Record<string, string>>
  readonly ask: AskedOf<Q>
}

/** Binds questions to the policy that they read. */
export const askAll = <Q extends Questions>(questions: Q, policy: PolicyOf<Q>): AskedOf<Q> => {
  const asked = Object.entries(questions).map(([name, question]) => [name, ask(question, policy as never)])
  return Object.fromEntries(asked) as AskedOf<Q>
}

/** Binds the questions to the policy. If the policy lacks a value that a question reads, the code does not compile. */
export const ruleSet = <const Q extends Questions, P extends PolicyOf<Q>>({
  questions,
  ...head
}: Omit<RuleSet<Q, P>, "ask"> & { readonly questions: Q }): RuleSet<Q, P> => ({
  ...head,
  ask: askAll(questions, head.policy)
})

/**
 * Returns the version of a rule set in force on a day (ISO 8601): the newest that has begun and has not ended.
 *
 * **Gotchas**
 *
 * Throws a `RangeError` if `asOf` is not a day, because compared as text every word would come after every date.
 */
export const inForceOn = <R extends Pick<RuleSet<Questions, unknown>, "id" | "effective" | "version">>(
  ruleSets: ReadonlyArray<R>,
  id: string,
  asOf: string
): R | undefined => {
  requireDay("asOf", asOf)
  return ruleSets
    .filter(({ id: its, effective: { from, to } }) => its === id && from <= asOf && (to === undefined || asOf < to))
    .sort((a, b) => b.version - a.version)[0]
}

/** Returns JSON with sorted keys, so that equal values have equal bytes. It leaves out functions and undefined values, and writes a sealed value as `{"sealed":true}`. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted)

const sorted = (_: string, part: unknown): unknown => {
  if (typeof part === "symbol") return { sealed: true }
  if (part === null || typeof part !== "object" || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Returns the content of a rule set as canonical JSON: id, version, effective days, policy with sources, and the rules of each question in order.
 *
 * **Gotchas**
 *
 * It includes nothing else. It cannot include what the checks do, because functions have no bytes; `fingerprintOf` covers that.
 */
export const saysOf = <Q extends Questions, P>({
  ask,
  effective,
  id,
  policy,
  sources,
  version
}: RuleSet<Q, P>): string =>
  canonical({
    id,
    version,
    effective,
    policy,
    sources,
    questions: Object.values(ask as unknown as Readonly<Record<string, Asked<never, never, unknown>>>).map(
      ({ question, rows }) => ({
        id: question.id,
        secretAnswer: question.secretAnswer,
        // How a check is worked out is no part of what the rule says.
        rows: rows.map(({ rule, tag }) => ({ tag, ...rule, asks: undefined }))
      })
    )
  })

/** Returns the SHA-256, in hex, of the content of a rule set. */
export const hashOf = async <Q extends Questions, P>(ruleSet: RuleSet<Q, P>): Promise<string> => sha256(saysOf(ruleSet))

const sha256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** Returns the SHA-256, in hex, of a question's results for all these cases. It changes if the behavior of a check changes. */
export const fingerprintOf = async <F, P, A>(asked: Asked<F, P, A>, cases: Iterable<F>): Promise<string> => {
  const answers: string[] = []
  for (const facts of cases) {
    const { decision, findings } = asked.evaluate(facts)
    const said = "rule" in decision ? decision.rule.id : canonical(decision)
    answers.push(`${decision._tag} ${said} ${findings.map(({ outcome }) => outcome[0]).join("")}`)
  }
  return sha256(answers.join("\n"))
}
