import * as Schema from "effect/Schema"
import { FieldIssue } from "../logon-request/LogonRequestError.ts"

/** What every refusal says of itself (RFC 9457), as the server writes it. */
export const problemSchema = Schema.Struct({
  type: Schema.String.annotate({ description: "urn:mtc-logon:problem:<code>" }),
  title: Schema.String.annotate({ description: "A sentence in the language that the caller accepts." }),
  status: Schema.Int,
  code: Schema.String.annotate({ description: "Stable for programs." }),
  requestId: Schema.optionalKey(
    Schema.String.annotate({ description: "As in X-Request-Id; absent where two refusals are the same to the byte." })
  ),
  issues: Schema.optionalKey(
    Schema.Array(FieldIssue.annotate({ identifier: "FieldIssue" })).annotate({
      description: "What to mend, by field; never what was typed."
    })
  ),
  step: Schema.optionalKey(Schema.String.annotate({ description: "The step whose answer the issues are of." })),
  remedies: Schema.optionalKey(
    Schema.Array(Schema.String).annotate({ description: "Wording ids of what to do next." })
  ),
  reason: Schema.optionalKey(
    Schema.Literals(["missing", "expired", "superseded", "database"]).annotate({
      description: "Why an activation is required, or what the service waits for before it is ready."
    })
  ),
  retryAt: Schema.optionalKey(Schema.String.annotate({ format: "date-time" }))
}).annotate({ identifier: "Problem", description: "application/problem+json, RFC 9457." })
