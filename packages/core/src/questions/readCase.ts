import { Result } from "effect"
import * as Schema from "effect/Schema"
import { mapTable } from "../engine/keysOf.ts"
import type { VerificationClaim } from "../verification/VerificationClaim.ts"
import type { FactsError } from "./FactsError.ts"
import { factsSchemas } from "./factsSchemas.ts"
import type { FactsOf, QuestionId } from "./questionIds.ts"
import { toFactsError } from "./readKnowledge.ts"

const readerOf = <A>(question: string, schema: Schema.Codec<A, unknown>) => {
  const decode = Schema.decodeUnknownResult(schema)
  return (facts: unknown): Result.Result<A, FactsError> =>
    Result.mapError(decode(facts, { errors: "all", onExcessProperty: "error" }), ({ issue }) =>
      toFactsError(question, issue)
    )
}

const readers = mapTable(factsSchemas, (schema, id) => readerOf<object>(id, schema))

/** Reads the facts of a question from JSON. All must be known: a missing fact is an issue. */
export const readCase = <I extends QuestionId>(question: I, facts: unknown): Result.Result<FactsOf<I>, FactsError> =>
  readers[question](facts) as Result.Result<FactsOf<I>, FactsError>

/** The facts that a caller can send for a decision on record: the claim, and nothing of what is on file. */
export const claimSchema = Schema.Struct({ claim: factsSchemas.verification.fields.claim })

const readerOfClaim = readerOf("verification", claimSchema)

/** Reads a complete claim from JSON: `{claim: {...}}`. @rule D-27 */
export const readClaim = (facts: unknown): Result.Result<{ readonly claim: VerificationClaim }, FactsError> =>
  readerOfClaim(facts)
