import * as Schema from "effect/Schema"

/** The description of a policy value. */
export interface PolicyEntry<out A = unknown> {
  /** English, for staff. */
  readonly label: string
  /** What a number counts, or the kind of value: `days`, `choice`, `table`. */
  readonly unit: string
  /** What the value must be, in words: `a whole number from 1 to 365`. */
  readonly description: string
  readonly schema: Schema.Codec<A>
}

type Named = Pick<PolicyEntry, "label">

export const whole = ({
  label,
  unit,
  min,
  max
}: Named & { unit: string; min: number; max: number }): PolicyEntry<number> => ({
  label,
  unit,
  description: `a whole number from ${min} to ${max}`,
  schema: Schema.Int.check(Schema.isBetween({ minimum: min, maximum: max }))
})

export const choice = <const T extends string>({ label, of }: Named & { of: ReadonlyArray<T> }): PolicyEntry<T> => ({
  label,
  unit: "choice",
  description: `one of ${of.join(", ")}`,
  schema: Schema.Literals(of)
})

export const list = <const T extends string>({
  label,
  of,
  min = 0
}: Named & { of: ReadonlyArray<T>; min?: number }): PolicyEntry<ReadonlyArray<T>> => ({
  label,
  unit: "list",
  description: `a list of ${of.join(", ")}${min === 0 ? "" : ", one at least"}, each once`,
  schema: Schema.UniqueArray(Schema.Literals(of)).check(Schema.isMinLength(min))
})

export const text = ({
  label,
  pattern,
  description
}: Named & { pattern: RegExp; description: string }): PolicyEntry<string> => ({
  label,
  unit: "text",
  description,
  schema: Schema.String.check(Schema.isPattern(pattern))
})

export const flag = ({ label }: Named): PolicyEntry<boolean> => ({
  label,
  unit: "yes or no",
  description: "true or false",
  schema: Schema.Boolean
})

/** The id of a sentence. */
export const wording = Schema.String.check(Schema.isPattern(/^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+$/u))

export const wordings = ({ label }: Named): PolicyEntry<ReadonlyArray<string>> => ({
  label,
  unit: "list",
  description: "a list of ids of sentences, one at least",
  schema: Schema.Array(wording).check(Schema.isMinLength(1))
})
