import { Result } from "effect"
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import { mapTable } from "../engine/keysOf.ts"
import type { Knowledge } from "../engine/Rule.ts"
import { FactsError } from "./FactsError.ts"
import type { FactsIssue } from "./FactsError.ts"
import { factsSchemas } from "./factsSchemas.ts"
import type { FactsOf, QuestionId } from "./questionIds.ts"

type Fields = Readonly<Record<string, Schema.Codec<unknown, unknown>>>
type Subjects = Readonly<Record<string, { readonly fields: Fields }>>

const optional = (fields: Fields) => mapTable(fields, (schema) => Schema.optionalKey(schema))

/** The same facts, each of which can be left out. A fact that is left out is unknown. */
const knowledgeOf = (subjects: Subjects): Schema.Codec<object, unknown> =>
  Schema.Struct(mapTable(subjects, ({ fields }) => Schema.optionalKey(Schema.Struct(optional(fields)))))

/** The JSON schemas of each question's known facts, by the question's id. */
export const knowledgeSchemas = mapTable(factsSchemas, ({ fields }) => knowledgeOf(fields))

const codes: Readonly<Record<string, FactsIssue["code"]>> = {
  MissingKey: "missing",
  UnexpectedKey: "unexpected",
  InvalidType: "wrong-type",
  OneOf: "wrong-type"
}

const isCode = (text: string): text is FactsIssue["code"] =>
  text === "out-of-range" || Object.values(codes).some((code) => code === text)

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: ({ _tag }) => codes[_tag] ?? "out-of-range",
  checkHook: () => "out-of-range"
})

/** The names that stand in a schema, at any depth. */
const namesIn = (ast: SchemaAST.AST): ReadonlyArray<PropertyKey> => {
  if (ast._tag === "Objects") return ast.propertySignatures.flatMap(({ name, type }) => [name, ...namesIn(type)])
  if (ast._tag === "Arrays") return [...ast.elements, ...ast.rest].flatMap(namesIn)
  return ast._tag === "Union" ? ast.types.flatMap(namesIn) : []
}

/** Names that were facts. A call that still sends one learns which. @adr 0050 */
const formerNames = ["confirmId"]

const namesOf: Readonly<Record<string, ReadonlySet<PropertyKey>>> = Object.fromEntries(
  Object.entries(factsSchemas).map(([id, { ast }]) => [id, new Set([...namesIn(ast), ...formerNames])])
)

/** Returns the problems, each once, as paths and never values. A name that the question does not know could be anything that a person typed. */
export const toFactsError = (question: string, issue: SchemaIssue.Issue): FactsError => {
  const tell = (part: PropertyKey) => (typeof part === "number" || namesOf[question]!.has(part) ? String(part) : "?")
  const issues = issuesOf(issue).issues.map(({ message, path = [] }): FactsIssue => ({
    path: path.map((part) => tell(part as PropertyKey)).join("."),
    code: isCode(message) ? message : "wrong-type"
  }))
  const once = new Map(issues.map((each) => [`${each.path} ${each.code}`, each]))
  return new FactsError({ question, issues: [...once.values()] })
}

const readers = mapTable(factsSchemas, ({ fields }, id) => {
  const decode = Schema.decodeUnknownResult(knowledgeSchemas[id])
  const nothing = mapTable<object, object>(fields, () => ({}))
  return (facts: unknown): Result.Result<object, FactsError> => {
    const decoded = decode(facts, { errors: "all", onExcessProperty: "error" })
    return Result.isSuccess(decoded)
      ? Result.succeed({ ...nothing, ...decoded.success })
      : Result.fail(toFactsError(id, decoded.failure.issue))
  }
})

/**
 * Reads the known facts of a question from JSON.
 *
 * **Details**
 *
 * A fact that is left out is unknown. It fails with all problems at once: unknown names, wrong types, and values out of
 * bounds.
 */
export const readKnowledge = <I extends QuestionId>(
  question: I,
  facts: unknown
): Result.Result<Knowledge<FactsOf<I>>, FactsError> =>
  readers[question](facts) as Result.Result<Knowledge<FactsOf<I>>, FactsError>
