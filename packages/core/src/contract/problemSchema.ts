import * as Schema from "effect/Schema"
import { FieldIssue } from "../logon/FieldIssue.ts"

/** The body of every refusal (RFC 9457), as the server writes it. */
export const problemSchema = Schema.Struct({
  type: Schema.String.annotate({ description: "urn:mtc-logon:problem:<code>" }),
  title: Schema.String.annotate({ description: "A sentence in the language of Accept-Language." }),
  status: Schema.Int,
  code: Schema.String.annotate({ description: "A stable code for programs." }),
  requestId: Schema.optionalKey(
    Schema.String.annotate({
      description: "The same as X-Request-Id. Absent from refusals that must be identical to the byte."
    })
  ),
  issues: Schema.optionalKey(
    Schema.Array(FieldIssue.annotate({ identifier: "FieldIssue" })).annotate({
      description: "The problems, by field. They never repeat what the person typed."
    })
  ),
  step: Schema.optionalKey(Schema.String.annotate({ description: "The step whose answer has the issues." })),
  remedies: Schema.optionalKey(
    Schema.Array(Schema.String).annotate({ description: "Wording ids that say what to do next." })
  ),
  reason: Schema.optionalKey(
    Schema.Literals(["missing", "expired", "superseded", "database"]).annotate({
      description: "Why an activation is required, or what the service is waiting for."
    })
  ),
  retryAt: Schema.optionalKey(Schema.String.annotate({ format: "date-time" }))
}).annotate({ identifier: "Problem", description: "application/problem+json, RFC 9457." })
