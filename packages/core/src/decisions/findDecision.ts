import { Effect, Option, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { DecisionError } from "./DecisionError.ts"
import { DecisionLog } from "./DecisionLog.ts"
import { decisionResults } from "./KeptDecision.ts"
import type { StaffLook } from "./KeptDecision.ts"

const outcome = Schema.Literals(["pass", "fail", "pending", "notApplicable"])

/** What `logOf` says of a decision. */
const logSchema = Schema.fromJsonString(
  Schema.Struct({
    question: Schema.String,
    facts: Schema.Record(Schema.String, Schema.Unknown),
    decision: Schema.Struct({
      _tag: Schema.Literals(decisionResults),
      rule: Schema.optionalKey(Schema.String)
    }),
    findings: Schema.Array(Schema.Tuple([Schema.String, outcome]))
  })
)
const read = Schema.decodeUnknownOption(logSchema)

/** Finds a decision on record for staff, with its log as bytes and parsed. Fails if there is none, or if it cannot be read. */
export const findDecision = Effect.fnUntraced(function* (id: string, look: StaffLook) {
  const kept = yield* (yield* DecisionLog).find(id, look)
  if (kept === null) return yield* new DecisionError({ reason: { _tag: "NotFound" } })
  const log = kept.log === null ? "" : Redacted.value(kept.log)
  const said = read(log)
  if (Option.isNone(said)) return yield* new DecisionError({ reason: { _tag: "Unreadable" } })
  return { ...kept, log, said: said.value }
})
