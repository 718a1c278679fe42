import { sealed } from "./Rule.ts"
import type { Knowledge, Question, Rule, When } from "./Rule.ts"

export type Outcome = "pass" | "fail" | "pending" | "notApplicable"

/** The outcome of one rule. It is frozen and created once; `explain` looks up what the rule read. */
export interface Finding {
  readonly rule: Rule<never, never>
  readonly outcome: Outcome
}

export type Decision<A> =
  | { readonly _tag: "Accepted"; readonly grant: A }
  | { readonly _tag: "Locked" | "Referred" | "Refused"; readonly rule: Rule<never, never> }
  | { readonly _tag: "NeedsFacts" }

/** A decision with the finding of every rule, in the order of the question. */
export interface Evaluation<A> {
  readonly decision: Decision<A>
  readonly findings: ReadonlyArray<Finding>
}

/** A question bound to one policy. */
export interface Asked<in F, in out P, out A> {
  readonly question: Question<F, P, A>
  readonly policy: P
  readonly rows: ReadonlyArray<Row<F, P>>
  readonly slots: ReadonlyArray<Slot<F>>
  /**
   * Returns the decision fast, if every fact is known.
   *
   * **Gotchas**
   *
   * It stops at the first no, so its time tells which rule that was: for simulation and batches. What is decided about a
   * person is decided by `evaluate`.
   */
  readonly decide: (facts: F) => Decision<A>
  /** Returns the decision from the facts known so far, with the finding of every rule. */
  readonly evaluate: (facts: F | Knowledge<F>) => Evaluation<A>
}

/** A fact, with its bit in the set of known facts. */
export interface Slot<in F> {
  readonly path: string
  readonly bit: number
  readonly of: (facts: F) => unknown
}

/** A rule with everything that can be prepared before the first decision. */
export interface Row<in F, in P> extends Readonly<Record<Outcome, Finding>> {
  readonly rule: Rule<F, P>
  readonly tag: "Locked" | "Referred" | "Refused" | "Warned"
  /** The decision when this rule fails; a warning has none. */
  readonly no: Decision<never>
  readonly splits: number
  readonly needs: number
}

/** The derived facts of one evaluation. Each is calculated when the first rule asks for it. */
type Worked = unknown[]
type Check<F, P> = (facts: F, policy: P, worked: Worked) => boolean
type Known<F> = (facts: F) => number

// Links of closures over constants: the compiler makes straight code of a whole chain. Two alike, used in turn,
// since V8 inlines f into g into f but never f into f; and small, since it inlines small ones without counting.
const evenFact =
  <F>({ of, bit }: Slot<F>, next: Known<F>): Known<F> =>
  (facts) =>
    isKnown(of(facts)) ? bit | next(facts) : next(facts)
const oddFact =
  <F>({ of, bit }: Slot<F>, next: Known<F>): Known<F> =>
  (facts) =>
    isKnown(of(facts)) ? bit | next(facts) : next(facts)
const isKnown = (value: unknown): boolean => value !== undefined && value !== sealed

const needsFacts: Decision<never> = Object.freeze({ _tag: "NeedsFacts" })

/** The first list with a rule that does not pass decides: with a failure if there is one, otherwise with the fact that it waits for. */
const settle = <F, P>(
  rows: ReadonlyArray<Row<F, P>>,
  findings: ReadonlyArray<Finding>
): Decision<never> | undefined => {
  let waiting: Row<F, P>["tag"] | undefined
  for (let i = 0; i < rows.length; i++) {
    const { outcome } = findings[i]!
    if (outcome === "pass" || outcome === "notApplicable") continue
    const { tag, no } = rows[i]!
    if (tag === "Warned") break
    if (outcome === "pending") waiting ??= tag
    else if ((waiting ?? tag) === tag) return no
  }
  return waiting && needsFacts
}

/** Binds a question to a policy. Throws if the question reads more than 31 facts, which is a programming error. */
export const ask = <F, P, A>(question: Question<F, P, A>, policy: P): Asked<F, P, A> => {
  const slots: Slot<F>[] = []
  const bits = (paths: ReadonlyArray<string>): number => {
    let bits = 0
    for (const path of paths) {
      if (!slots.some((slot) => slot.path === path)) {
        slots.push({ path, bit: 1 << slots.length, of: question.sheet[path]!.of })
      }
      bits |= slots.find((slot) => slot.path === path)!.bit
    }
    if (slots.length > 31) throw new Error(`Question "${question.id}" reads more than 31 facts`)
    return bits
  }
  const row =
    (tag: Row<F, P>["tag"]) =>
    (rule: Rule<F, P>): Row<F, P> => {
      const finding = (outcome: Outcome): Finding => Object.freeze({ rule, outcome })
      return {
        rule,
        tag,
        no: tag === "Warned" ? needsFacts : Object.freeze({ _tag: tag, rule }),
        splits: bits(rule.when ? [rule.when.path] : []),
        needs: bits(rule.reads),
        pass: finding("pass"),
        fail: finding("fail"),
        pending: finding("pending"),
        notApplicable: finding("notApplicable")
      }
    }
  const inForce = (rules: ReadonlyArray<Rule<F, P>> = []) =>
    rules.filter((rule) => rule.inForce === undefined || rule.inForce(policy))
  const deciding = [
    ...inForce(question.lockedUnless).map(row("Locked")),
    ...inForce(question.referredUnless).map(row("Referred")),
    ...inForce(question.refusedUnless).map(row("Refused"))
  ]
  const rows = [...deciding, ...inForce(question.warnedUnless).map(row("Warned"))]
  const grantNeeds = bits(question.reads)
  const { grants } = question

  const derived = [...new Set(rows.flatMap(({ rule: { asks } }) => asks?.fact ?? []))]
  const checkOf = ({ asks, check }: Rule<F, P>): Check<F, P> => {
    if (asks === undefined) return check
    const at = derived.indexOf(asks.fact)
    const { of } = asks.fact
    const holds = asks.holds as (value: unknown, policy: P) => boolean
    return (facts, policy, worked) => holds((worked[at] ??= of(facts, policy)), policy)
  }
  // Copied for each evaluation: a copy of a short list is faster than a list that grows.
  const nothingWorked: Worked = derived.map(() => undefined)
  const allPending: ReadonlyArray<Finding> = rows.map(({ pending }) => pending)

  const granted = (facts: F, policy: P): Decision<A> => ({ _tag: "Accepted", grant: grants(facts, policy) })
  const knownOf = slots.reduceRight<Known<F>>(
    (next, slot, i) => (i % 2 === 0 ? evenFact : oddFact)(slot, next),
    () => 0
  )

  // Rules split on few facts: each split is asked once an evaluation, and its answer is a bit.
  const splits: When<F>[] = []
  const splitOf = ({ when }: Rule<F, P>): number => {
    if (when === undefined) return 0
    const isSame = ({ is, path, value }: When<F>) => is === when.is && path === when.path && value === when.value
    if (!splits.some(isSame)) splits.push(when)
    if (splits.length > 31) throw new Error(`Question "${question.id}" splits in more than 31 ways`)
    return 1 << splits.findIndex(isSame)
  }
  const table = rows.map((row) => ({ ...row, when: splitOf(row.rule), weigh: checkOf(row.rule) }))
  /** The splits that hold. The result of a split on an unknown fact is not used. */
  const holding = (facts: F): number => {
    let holding = 0
    for (let i = 0; i < splits.length; i++) if (splits[i]!.holds(facts)) holding |= 1 << i
    return holding
  }

  /** A check never sees an unknown fact. */
  const weighed = (facts: F, known: number): Evaluation<A> => {
    const applying = holding(facts)
    const worked = nothingWorked.slice()
    const findings = allPending.slice()
    for (let i = 0; i < table.length; i++) {
      const { needs, notApplicable, pass, fail, splits, weigh, when } = table[i]!
      if ((splits & known) !== splits) continue
      if ((when & applying) !== when) findings[i] = notApplicable
      else if ((needs & known) === needs) findings[i] = weigh(facts, policy, worked) ? pass : fail
    }
    const decision =
      settle(rows, findings) ?? ((grantNeeds & known) === grantNeeds ? granted(facts, policy) : needsFacts)
    return { decision, findings }
  }

  const decide = (facts: F): Decision<A> => {
    const applying = holding(facts)
    const worked = nothingWorked.slice()
    for (let i = 0; i < deciding.length; i++) {
      const row = table[i]!
      if ((row.when & applying) === row.when && !row.weigh(facts, policy, worked)) return row.no
    }
    return granted(facts, policy)
  }

  return {
    question,
    policy,
    rows,
    slots,
    decide,
    evaluate: (knowledge) => {
      const facts = knowledge as F
      return weighed(facts, knownOf(facts))
    }
  }
}
