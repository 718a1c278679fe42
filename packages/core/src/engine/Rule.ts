import type { Citation } from "./Citation.ts"

/** Facts are `{ subject: { name: value } }`, as they are stored; a module owns its subjects. `"claim.amount"` is a path. */
export type Path<F> = { [S in keyof F & string]: `${S}.${keyof F[S] & string}` }[keyof F & string]

/** The fact at a path. */
export type At<F, R> = R extends `${infer S extends keyof F & string}.${infer N}`
  ? N extends keyof F[S]
    ? F[S][N]
    : never
  : never

/** The part of `F` that these reads let a check see. Any other fact is a type error. */
export type Reading<F, R extends string> = {
  readonly [S in keyof F as R extends `${S & string}.${string}` ? S : never]: {
    readonly [N in keyof F[S] as `${S & string}.${N & string}` extends R ? N : never]: F[S][N]
  }
}

/** Stands in the place of a fact that is known elsewhere, as a browser has it of what is on file. */
export const sealed: unique symbol = Symbol.for("mtc-logon/sealed")

/** What is known so far: an absent fact is Unknown, a `sealed` one is known elsewhere, `null` is known to be none. */
export type Knowledge<F> = {
  readonly [S in keyof F]: { readonly [N in keyof F[S]]?: F[S][N] | typeof sealed } | typeof sealed
}

export type NonEmpty<T> = readonly [T, ...T[]]

/** The values that a sentence names, for its message: `{ min: 3, max: 60 }`. Never a value that a person typed. */
export type Params = Readonly<Record<string, string | number>>

/** What a fact is called, where it stands, and who may see it. `S` is the part of the facts that it is in, `V` its values. */
export interface FactEntry<in S, in out V> {
  /** English, for staff. */
  readonly label: string
  /** The answer field that an issue with this fact is shown at; null where no field asks it. */
  readonly field: string | null | ((value: V) => string)
  /** A rule is secret when it reads a secret fact; nothing else makes it one. */
  readonly secret: boolean
  readonly of: (facts: S) => V
  /** How staff may see it. */
  readonly show: (value: V) => string
}

/** The table of a module's facts. A fact without an entry does not compile. */
export type FactSheet<F> = { readonly [R in Path<F>]: FactEntry<Reading<F, R>, At<F, R>> }

/** A rule applies when one fact is, or is not, a value. Data; `holds` is the same sentence for the machine. */
export interface When<in F> {
  readonly path: string
  readonly is: boolean
  readonly value: unknown
  readonly holds: (facts: F) => boolean
}

/**
 * A fact that is worked out of others, at most once in an evaluation, so that several rules share one walk over a record.
 *
 * **Details**
 *
 * Its value is unknown where a fact that it reads is unknown; a rule that asks it then waits. `null` is no value.
 */
export interface DerivedFact<in F, in P, in out V> {
  /** As the reference has it: `record.matchingReturns`. */
  readonly id: string
  /** English, for staff. */
  readonly label: string
  readonly cites: NonEmpty<Citation>
  readonly reads: ReadonlyArray<string>
  readonly of: (facts: F, policy: P) => V
  /** How staff may see it. */
  readonly show: (value: V) => string
}

/** What a rule asks of a derived fact. */
export interface Asking<in F, in P> {
  readonly fact: DerivedFact<F, P, never>
  readonly holds: (value: never, policy: P) => boolean
}

/** One sentence of the source and its one check: a pure function of Known values and policy values. */
export interface Rule<in F, in P> {
  /** As the register has it: `R-07`, or `D-30a` where we decided. */
  readonly id: string
  /** English, for staff, register and reference; people read `message`. */
  readonly title: string
  readonly cites: NonEmpty<Citation>
  /** Whether the policy has this rule at all; absent: every policy has it. Where it is not in force it is not asked. */
  readonly inForce?: (policy: P) => boolean
  readonly when?: When<F>
  readonly reads: ReadonlyArray<string>
  readonly check: (facts: F, policy: P) => boolean
  /** The derived fact that `check` compares with, where there is one: the engine works it out once for all its rules. */
  readonly asks?: Asking<F, P>
  /** Wording id. */
  readonly message: string
  readonly params?: (policy: P) => Params
  /** Wording ids of what a person can do next. */
  readonly remedies: NonEmpty<string>
}

/** The one answer outside for every refusal that rests on secret facts. */
export interface SecretAnswer {
  readonly message: string
  readonly remedies: NonEmpty<string>
}

/** What a rule set decides. Locks come first, then referrals, then refusals; the first rule that fails is named. */
export interface Question<in F, in P, out A> {
  readonly id: string
  readonly lockedUnless?: ReadonlyArray<Rule<F, P>>
  readonly referredUnless?: ReadonlyArray<Rule<F, P>>
  readonly refusedUnless: ReadonlyArray<Rule<F, P>>
  /** Decides nothing: what a person is advised to do otherwise. */
  readonly warnedUnless?: ReadonlyArray<Rule<F, P>>
  /** What the grant is made of. */
  readonly reads: ReadonlyArray<string>
  readonly grants: (facts: F, policy: P) => A
  readonly secretAnswer: SecretAnswer
  readonly sheet: Readonly<
    Record<
      string,
      {
        readonly label: string
        readonly field: string | null | ((value: never) => string)
        readonly secret: boolean
        readonly of: (facts: F) => unknown
        readonly show: (value: never) => string
      }
    >
  >
}

/** A module's words, over its own facts and policy. */
export const over = <F, P>(sheet: FactSheet<F>) => ({
  /** A fact that rules split on. */
  choice: <const R extends Path<F>>(path: R) => {
    const of = sheet[path].of as unknown as (facts: F) => At<F, R>
    return {
      is: (value: At<F, R>): When<F> => ({ path, is: true, value, holds: (facts) => of(facts) === value }),
      isNot: (value: At<F, R>): When<F> => ({ path, is: false, value, holds: (facts) => of(facts) !== value })
    }
  },
  rule: <const R extends Path<F>>(
    rule: Omit<Rule<F, P>, "reads" | "check"> & {
      readonly reads: NonEmpty<R>
      readonly check: (facts: Reading<F, R>, policy: P) => boolean
    }
  ): Rule<F, P> => rule as unknown as Rule<F, P>,
  derived: <const R extends Path<F>, V extends {}>(
    fact: Omit<DerivedFact<F, P, V>, "reads" | "of"> & {
      readonly reads: NonEmpty<R>
      readonly of: (facts: Reading<F, R>, policy: P) => V
    }
  ): DerivedFact<F, P, V> => fact as unknown as DerivedFact<F, P, V>,
  /** A rule that compares with a derived fact; it reads what that reads. */
  ruleOn: <V>(
    fact: DerivedFact<F, P, V>,
    {
      holds,
      ...rule
    }: Omit<Rule<F, P>, "reads" | "check" | "asks"> & {
      readonly holds: (value: V, policy: P) => boolean
    }
  ): Rule<F, P> => ({
    ...rule,
    reads: fact.reads,
    check: (facts, policy) => holds(fact.of(facts, policy), policy),
    asks: { fact, holds } as unknown as Asking<F, P>
  }),
  question: <A, const R extends Path<F> = never>(
    question: Omit<Question<F, P, A>, "sheet" | "reads" | "grants"> & {
      readonly reads: ReadonlyArray<R>
      readonly grants: (facts: Reading<F, R>, policy: P) => A
    }
  ): Question<F, P, A> => ({ ...question, sheet }) as unknown as Question<F, P, A>
})
