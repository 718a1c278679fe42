import * as JsonSchemas from "effect/JsonSchema"
import type * as Schema from "effect/Schema"
import * as SchemaRepresentation from "effect/SchemaRepresentation"
import type { JsonSchema } from "./OpenapiDocument.ts"

/**
 * The JSON Schema (2020-12) of each schema, and those that have a name of their own once, as components.
 *
 * **Details**
 *
 * Unknown members are refused: the server reads bodies so, and a member that an answer's schema forgot is seen by a test.
 */
export const jsonSchemas = (schemas: ReadonlyArray<Schema.Constraint>) => {
  const all = [...new Set(schemas)]
  const [first, ...rest] = all.map(({ ast }) => ast)
  const representations = SchemaRepresentation.toRepresentations([first!, ...rest])
  const { definitions, schemas: made } = JsonSchemas.toMultiDocumentOpenApi3_1(
    SchemaRepresentation.toJsonSchemaMultiDocument(representations, { onExcessProperty: "error" })
  )
  return {
    of: (schema: Schema.Constraint): JsonSchema => made[all.indexOf(schema)]!,
    components: Object.fromEntries(
      Object.entries<JsonSchema>(definitions).toSorted(([one], [other]) => (one < other ? -1 : 1))
    )
  }
}
