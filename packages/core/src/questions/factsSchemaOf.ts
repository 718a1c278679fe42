import * as Schema from "effect/Schema"
import type { FactKind, FactsOf } from "../engine/factSheet.ts"

/** The schema of a kind of facts. */
const kindSchema = ({ is, max = 0, oneOf = [] }: FactKind<unknown>): Schema.Top => {
  switch (is) {
    case "boolean":
      return Schema.Boolean
    case "number":
      return Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: max }))
    case "text":
      return Schema.String.check(Schema.isMaxLength(max))
    case "digits":
      return Schema.String.check(Schema.isPattern(new RegExp(String.raw`^\d{${max}}$`, "u")))
    case "one-of":
      return Schema.Literals(oneOf)
  }
}

type FactsSchema<F> = Schema.Struct<{
  readonly [S in keyof F]: Schema.Struct<{ readonly [N in keyof F[S]]: Schema.Codec<F[S][N]> }>
}>

/** Returns the schema of the facts of a sheet, as JSON has them. */
export const factsSchemaOf = <T extends Readonly<Record<string, { readonly kind: FactKind<unknown> }>>>(
  sheet: T
): FactsSchema<FactsOf<T>> => {
  const subjects: Record<string, Record<string, Schema.Top>> = {}
  for (const [path, { kind }] of Object.entries<{ readonly kind: FactKind<unknown> }>(sheet)) {
    const [subject = "", name = ""] = path.split(".")
    const schema = kindSchema(kind)
    subjects[subject] = { ...subjects[subject], [name]: kind.orNull ? Schema.NullOr(schema) : schema }
  }
  return Schema.Struct(
    Object.fromEntries(Object.entries(subjects).map(([subject, fields]) => [subject, Schema.Struct(fields)]))
  ) as unknown as FactsSchema<FactsOf<T>>
}
