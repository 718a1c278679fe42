import { Effect, Layer, Schedule } from "effect"
import { Signing } from "../secrets/Signing.ts"
import { Audit } from "./Audit.ts"

/** Writes a signed checkpoint of the trail to the log each minute: kept apart from the database, it shows a cut. */
export const auditCheckpointsLayer = Layer.effectDiscard(
  Effect.gen(function* () {
    const { checkpoint } = yield* Audit
    const { jws } = yield* Signing
    const write = Effect.flatMap(checkpoint, (at) =>
      Effect.logInfo("Checkpoint of the audit trail").pipe(
        Effect.annotateLogs({ seq: at.seq, jws: jws(JSON.stringify(at)) })
      )
    )
    const tolerant = Effect.catchCause(write, () => Effect.logWarning("The server could not read the audit trail"))
    yield* Effect.forkScoped(Effect.repeat(tolerant, Schedule.spaced("1 minute")))
  })
)
