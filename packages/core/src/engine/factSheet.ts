import type { FactEntry } from "./Rule.ts"

/**
 * The values that a fact can have, as plain data: a page has no schemas.
 *
 * **Details**
 *
 * A number is whole and not negative. `V` is the type of the values.
 */
export interface FactKind<out V> {
  readonly is: "boolean" | "number" | "text" | "digits" | "one-of"
  /** Of a number: the largest. Of a text: its most characters. Of digits: how many. */
  readonly max?: number
  readonly oneOf?: ReadonlyArray<string>
  readonly orNull?: true
  /** Exists in types only. */
  readonly value?: V
}

export const truth: FactKind<boolean> = { is: "boolean" }
export const count: FactKind<number> = { is: "number", max: 1_000_000 }
/** Milliseconds since 1970-01-01T00:00:00Z. */
export const moment: FactKind<number> = { is: "number", max: 253_402_300_799_999 }
/** Seconds since 1970-01-01T00:00:00Z, or longer steps of time. */
export const second: FactKind<number> = { is: "number", max: 253_402_300_799 }
export const text: FactKind<string> = { is: "text", max: 1000 }
export const nineDigits: FactKind<string> = { is: "digits", max: 9 }
export const oneOf = <const L extends ReadonlyArray<string>>(...values: L): FactKind<L[number]> => ({
  is: "one-of",
  oneOf: values
})
export const orNull = <V>(kind: FactKind<V>): FactKind<V | null> => ({ ...kind, orNull: true })

/** What a module says of a fact. */
interface FactRow<V> {
  /** English, for staff. */
  readonly label: string
  readonly kind: FactKind<V>
  /** The answer field that shows an issue with this fact, if a field asks for it. */
  readonly field?: string
  /** Whether the fact is secret. A rule is secret if it reads a secret fact, and only then. */
  readonly isSecret?: true
  /** Whether its value is hidden from staff. */
  readonly isHidden?: true
}

type Kinds = Readonly<Record<string, { readonly kind: FactKind<unknown> }>>
type SubjectOf<P> = P extends `${infer Subject}.${string}` ? Subject : never

/** The facts of a sheet: `{ subject: { name: value } }`. */
export type FactsOf<T extends Kinds> = {
  readonly [S in SubjectOf<keyof T>]: {
    readonly [P in keyof T as P extends `${S}.${infer Name}` ? Name : never]: T[P] extends {
      readonly kind: FactKind<infer V>
    }
      ? V
      : never
  }
}

type Sheet<T extends Kinds> = {
  readonly [P in keyof T]: T[P] extends { readonly kind: FactKind<infer V> }
    ? FactEntry<object, V> & { readonly kind: FactKind<V> }
    : never
}

/**
 * Builds the table of a module's facts. From it follow the type of the facts (`FactsOf`) and their schema.
 *
 * **Details**
 *
 * Its keys are paths, `"password.text"`.
 */
export const factSheet = <const T extends Readonly<Record<string, FactRow<unknown>>>>(rows: T): Sheet<T> =>
  Object.fromEntries(
    Object.entries(rows).map(([path, { field = null, isHidden, isSecret = false, kind, label }]) => {
      const [subject = "", name = ""] = path.split(".")
      const of = (facts: Record<string, Record<string, unknown>>) => facts[subject]![name]
      return [path, { label, field, secret: isSecret, of, show: isHidden ? () => "***" : String, kind }]
    })
  ) as unknown as Sheet<T>
