import * as Schema from "effect/Schema"
import type { PolicyEntry } from "./PolicyEntry.ts"

/** Policy values by name, in parts. It is the one declaration of a value: its type, its bounds and its path follow from it. */
export interface PolicySheet {
  readonly [name: string]: PolicyEntry | PolicySheet
}

/** The values that a sheet describes. */
export type ValuesOf<S> = S extends PolicyEntry<infer A> ? A : { readonly [K in keyof S]: ValuesOf<S[K]> }

export const isEntry = (part: PolicyEntry | PolicySheet): part is PolicyEntry => Schema.isSchema(part["schema"])

/** Returns every value of a sheet by path: `"logon.pin.digits"`. */
export const entriesOf = (sheet: PolicySheet, above = ""): Readonly<Record<string, PolicyEntry>> =>
  Object.fromEntries(
    Object.entries(sheet).flatMap(([name, part]) =>
      isEntry(part) ? [[`${above}${name}`, part]] : Object.entries(entriesOf(part, `${above}${name}.`))
    )
  )

const schemaOfPart = (part: PolicyEntry | PolicySheet): Schema.Codec<unknown> =>
  isEntry(part)
    ? part.schema.annotate({ description: `${part.label}; ${part.unit}: ${part.description}` })
    : Schema.Struct(Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, schemaOfPart(inner)])))

/** Returns the schema of a sheet's values, in JSON. */
export const schemaOfSheet = <S extends PolicySheet>(identifier: string, sheet: S): Schema.Codec<ValuesOf<S>> =>
  schemaOfPart(sheet).annotate({ identifier }) as Schema.Codec<ValuesOf<S>>
