import type { Citation } from "./Citation.ts"

/** A path of a fact, such as `"claim.amount"`. Facts are stored as `{ subject: { name: value } }`; a module owns its subjects. */
export type Path<F> = { [S in keyof F & string]: `${S}.${keyof F[S] & string}` }[keyof F & string]

/** The fact at a path. */
export type At<F, R> = R extends `${infer S extends keyof F & string}.${infer N}`
  ? N extends keyof F[S]
    ? F[S][N]
    : never
  : never

/** The part of `F` that a check with these reads can see. Reading any other fact is a type error. */
export type Reading<F, R extends string> = {
  readonly [S in keyof F as R extends `${S & string}.${string}` ? S : never]: {
    readonly [N in keyof F[S] as `${S & string}.${N & string}` extends R ? N : never]: F[S][N]
  }
}

/** Replaces a fact that is known elsewhere: in a browser, what is on file. */
export const sealed: unique symbol = Symbol.for("mtc-logon/sealed")

/** The facts known so far. An absent fact is unknown, a `sealed` one is known elsewhere, and `null` is known to have no value. */
export type Knowledge<F> = {
  readonly [S in keyof F]: { readonly [N in keyof F[S]]?: F[S][N] | typeof sealed } | typeof sealed
}

export type NonEmpty<T> = readonly [T, ...T[]]

/** The parameters of a message: `{ min: 3, max: 60 }`. Never a value that a person typed. */
export type Params = Readonly<Record<string, string | number>>

/** The name of a fact, its field, and who can see it. `S` is the part of the facts that holds it, `V` its values. */
export interface FactEntry<in S, in out V> {
  /** English, for staff. */
  readonly label: string
  /** The answer field that shows an issue with this fact; null if no field asks for it. */
  readonly field: string | null | ((value: V) => string)
  /** Whether the fact is secret. A rule is secret if it reads a secret fact, and only then. */
  readonly secret: boolean
  readonly of: (facts: S) => V
  /** How staff may see it. */
  readonly show: (value: V) => string
}

/** The table of a module's facts. If a fact has no entry, the code does not compile. */
export type FactSheet<F> = { readonly [R in Path<F>]: FactEntry<Reading<F, R>, At<F, R>> }

/** The condition under which a rule applies: one fact is, or is not, a value. `holds` is the same condition as code. */
export interface When<in F> {
  readonly path: string
  readonly is: boolean
  readonly value: unknown
  readonly holds: (facts: F) => boolean
}

/**
 * A fact that an evaluation calculates from other facts, at most once, so that several rules share one walk over a record.
 *
 * **Details**
 *
 * Its value is unknown if a fact that it reads is unknown; a rule that asks for it then waits. It must not be `null`.
 */
export interface DerivedFact<in F, in P, in out V> {
  /** Id in the reference: `record.matchingReturns`. */
  readonly id: string
  /** English, for staff. */
  readonly label: string
  readonly cites: NonEmpty<Citation>
  readonly reads: ReadonlyArray<string>
  readonly of: (facts: F, policy: P) => V
  /** How staff may see it. */
  readonly show: (value: V) => string
}

/** The question that a rule asks about a derived fact. */
export interface Asking<in F, in P> {
  readonly fact: DerivedFact<F, P, never>
  readonly holds: (value: never, policy: P) => boolean
}

/** One sentence of the source with its check: a pure function of known facts and policy values. */
export interface Rule<in F, in P> {
  /** Id in the register: `R-07`, or `D-30a` for a decision of ours. */
  readonly id: string
  /** Ids that it had. Older records and documents name it by them. */
  readonly formerIds?: NonEmpty<string>
  /** English, for staff, the register and the reference. People see `message`. */
  readonly title: string
  readonly cites: NonEmpty<Citation>
  /** Whether the policy includes this rule; if absent, every policy does. A rule that is not in force is not checked. */
  readonly inForce?: (policy: P) => boolean
  readonly when?: When<F>
  readonly reads: ReadonlyArray<string>
  readonly check: (facts: F, policy: P) => boolean
  /** The derived fact that `check` uses, if any. The engine calculates it once for all its rules. */
  readonly asks?: Asking<F, P>
  /** Wording id. */
  readonly message: string
  readonly params?: (policy: P) => Params
  /** Wording ids of what a person can do next. */
  readonly remedies: NonEmpty<string>
}

/** The one message for every refusal that depends on secret facts. */
export interface SecretAnswer {
  readonly message: string
  readonly remedies: NonEmpty<string>
}

/** A question that a rule set decides. Locks come first, then referrals, then refusals. The decision names the first rule that fails. */
export interface Question<in F, in P, out A> {
  readonly id: string
  readonly lockedUnless?: ReadonlyArray<Rule<F, P>>
  readonly referredUnless?: ReadonlyArray<Rule<F, P>>
  readonly refusedUnless: ReadonlyArray<Rule<F, P>>
  /** Rules that only advise the person; they do not change the decision. */
  readonly warnedUnless?: ReadonlyArray<Rule<F, P>>
  /** The facts that the grant uses. */
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

/** Returns the functions that build a module's rules and questions over its own facts and policy. */
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
  /** Builds a rule that uses a derived fact; it reads the facts that the derived fact reads. */
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

/** Returns what is known of a fact: undefined where it is unknown or its subject is sealed. */
export const factAt = <F, P, A>({ sheet }: Question<F, P, A>, facts: Knowledge<F>, path: string): unknown =>
  sheet[path]!.of(facts as F)
