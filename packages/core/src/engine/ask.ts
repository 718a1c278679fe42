import { sealed } from "./Rule.ts"
import type { Knowledge, Question, Rule } from "./Rule.ts"

export type Outcome = "pass" | "fail" | "pending" | "notApplicable"

/** One rule's outcome: frozen, made once. What it read is looked up when somebody asks (`explain`). */
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

/** A question under one policy. */
export interface Asked<in F, in out P, out A> {
  readonly question: Question<F, P, A>
  readonly policy: P
  readonly rows: ReadonlyArray<Row<F, P>>
  readonly slots: ReadonlyArray<Slot<F>>
  /**
   * The fast answer, when every fact is known.
   *
   * **Gotchas**
   *
   * It stops at the first no, so its time tells which rule that was: for simulation and batches. What is decided about a
   * person is decided by `evaluate`.
   */
  readonly decide: (facts: F) => Decision<A>
  /** The answer from what is known so far, with the finding of every rule. */
  readonly evaluate: (facts: Knowledge<F>) => Evaluation<A>
}

/** A fact, with its bit in the set of known facts. */
export interface Slot<in F> {
  readonly path: string
  readonly bit: number
  readonly of: (facts: F) => unknown
}

/** A rule, with what can be made of it before the first decision. */
export interface Row<in F, in P> extends Readonly<Record<Outcome, Finding>> {
  readonly rule: Rule<F, P>
  readonly tag: "Locked" | "Referred" | "Refused" | "Warned"
  /** The decision that this rule makes when it fails; a warning makes none. */
  readonly no: Decision<never>
  readonly splits: number
  readonly needs: number
}

/** The derived facts of one evaluation, each worked out when the first rule asks it. */
type Worked = unknown[]
type Check<F, P> = (facts: F, policy: P, worked: Worked) => boolean
type Step<F, P, A> = (facts: F, policy: P, worked: Worked) => Decision<A>
type Known<F> = (facts: F) => number

// Links of closures over constants: the compiler makes straight code of a whole chain. Two alike, used in turn,
// since V8 inlines f into g into f but never f into f; and small, since it inlines small ones without counting.
const even =
  <F, P, A>(check: Check<F, P>, no: Decision<never>, next: Step<F, P, A>): Step<F, P, A> =>
  (facts, policy, worked) =>
    check(facts, policy, worked) ? next(facts, policy, worked) : no
const odd =
  <F, P, A>(check: Check<F, P>, no: Decision<never>, next: Step<F, P, A>): Step<F, P, A> =>
  (facts, policy, worked) =>
    check(facts, policy, worked) ? next(facts, policy, worked) : no
const evenFact =
  <F>({ of, bit }: Slot<F>, next: Known<F>): Known<F> =>
  (facts) =>
    isKnown(of(facts)) ? bit | next(facts) : next(facts)
const oddFact =
  <F>({ of, bit }: Slot<F>, next: Known<F>): Known<F> =>
  (facts) =>
    isKnown(of(facts)) ? bit | next(facts) : next(facts)
const isKnown = (value: unknown): boolean => value !== undefined && value !== sealed

const guarded = <F, P>({ when }: Rule<F, P>, check: Check<F, P>): Check<F, P> =>
  when === undefined ? check : (facts, policy, worked) => !when.holds(facts) || check(facts, policy, worked)

type Find<F> = (facts: F, known: number, worked: Worked) => Finding

/** A check never sees a fact that is not known. */
const finder = <F, P>(
  { rule: { when }, splits, needs, pass, fail, pending, notApplicable }: Row<F, P>,
  check: Check<F, P>,
  policy: P
): Find<F> => {
  const weigh = (facts: F, worked: Worked) => (check(facts, policy, worked) ? pass : fail)
  const gated: Find<F> = (facts, known, worked) => ((needs & known) === needs ? weigh(facts, worked) : pending)
  if (when === undefined) return gated
  const applying: Find<F> = (facts, known, worked) => (when.holds(facts) ? gated(facts, known, worked) : notApplicable)
  return (facts, known, worked) => ((splits & known) === splits ? applying(facts, known, worked) : pending)
}

const nothingDerived: Worked = []

const needsFacts: Decision<never> = Object.freeze({ _tag: "NeedsFacts" })

/** The first list with a rule that doesn't pass decides: a "no" in it counts, else a fact that it waits for. */
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

/** Puts a question under a policy. Throws for a question that reads more than 31 facts: a mistake of whoever wrote it. */
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
  const begin = (): Worked => (derived.length === 0 ? nothingDerived : new Array(derived.length))

  const granted = (facts: F, policy: P): Decision<A> => ({ _tag: "Accepted", grant: grants(facts, policy) })
  const first = deciding.reduceRight<Step<F, P, A>>(
    (next, { rule, no }, i) => (i % 2 === 0 ? even : odd)(guarded(rule, checkOf(rule)), no, next),
    granted
  )
  const knownOf = slots.reduceRight<Known<F>>(
    (next, slot, i) => (i % 2 === 0 ? evenFact : oddFact)(slot, next),
    () => 0
  )
  const finders = rows.map((row) => finder(row, checkOf(row.rule), policy))

  const weighed = (facts: F, known: number): Evaluation<A> => {
    const worked = begin()
    const findings = finders.map((find) => find(facts, known, worked))
    const decision =
      settle(rows, findings) ?? ((grantNeeds & known) === grantNeeds ? granted(facts, policy) : needsFacts)
    return { decision, findings }
  }

  return {
    question,
    policy,
    rows,
    slots,
    decide: (facts) => first(facts, policy, begin()),
    evaluate: (knowledge) => weighed(knowledge as F, knownOf(knowledge as F))
  }
}
