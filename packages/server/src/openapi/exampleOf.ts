import type { JsonSchema, OpenapiDocument } from "./OpenapiDocument.ts"

const refName = ($ref: string) => $ref.slice($ref.lastIndexOf("/") + 1)

/** The schema that a reference means, or the schema itself. */
export const schemaAt = (schema: JsonSchema, { components }: OpenapiDocument): JsonSchema =>
  schema.$ref === undefined ? schema : (components.schemas[refName(schema.$ref)] ?? schema)

/** A value that a schema takes: its own example, or the plainest one. */
export const exampleOf = (given: JsonSchema, document: OpenapiDocument): unknown => {
  const schema = schemaAt(given, document)
  if (schema.examples !== undefined) return schema.examples[0]
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return exampleOf(schema.anyOf[0]!, document)
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, member]) => [name, exampleOf(member, document)])
      )
    case "array":
      return []
    case "boolean":
      return false
    case "integer":
    case "number":
      return schema.minimum ?? 0
    default:
      return "..."
  }
}
