import { open } from "node:fs/promises"
import { Data, Effect } from "effect"
import * as Schema from "effect/Schema"
import { Signing } from "../secrets/Signing.ts"
import type { AuditCheckpoint } from "./Audit.ts"

/** A file of checkpoints cannot be believed: which, and what is wrong where. */
export class CheckpointFileError extends Data.TaggedError("CheckpointFileError")<{
  readonly file: string
  readonly problem: string
}> {
  override get message() {
    return `${this.file} ${this.problem}`
  }
}

const logLineOf = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)))
const signedOf = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Struct({ jws: Schema.String })))
const checkpointOf = Schema.decodeUnknownOption(
  Schema.fromJsonString(Schema.Struct({ seq: Schema.Int, hash: Schema.String })),
  { onExcessProperty: "error" }
)

/** A checkpoint by itself, as it is copied out of a log. */
const isBare = (line: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(line)

/** The checkpoint of a line; null where the line is of something else, a text where it is wrong. */
const readLine = (line: string, payloadOf: Signing["Service"]["payloadOf"]): AuditCheckpoint | string | null => {
  if (line.startsWith("{") && logLineOf(line)._tag === "None") return "is incomplete or was changed"
  const signed = signedOf(line)
  const jws = signed._tag === "Some" ? signed.value.jws : isBare(line) ? line : null
  if (jws === null) return null
  const checkpoint = checkpointOf(payloadOf(jws))
  return checkpoint._tag === "Some"
    ? checkpoint.value
    : "is not a checkpoint of this server: it was forged or changed, or signed with other keys"
}

/**
 * The checkpoints in a file: a log of the server as it is, or their signatures alone, one a line.
 *
 * **Details**
 *
 * Other lines of a log are passed over. A line that begins as one of a log and does not end as one, and a checkpoint that no
 * key of this server has signed, fail with the number of the line; so does a file without any.
 */
export const readCheckpoints = Effect.fn("readCheckpoints")(function* (file: string) {
  const { payloadOf } = yield* Signing
  return yield* Effect.tryPromise({
    try: async () => {
      const checkpoints: AuditCheckpoint[] = []
      let at = 0
      await using opened = await open(file)
      for await (const line of opened.readLines()) {
        at += 1
        const read = readLine(line.trim(), payloadOf)
        if (typeof read === "string") throw new CheckpointFileError({ file, problem: `line ${at} ${read}` })
        if (read !== null) checkpoints.push(read)
      }
      if (checkpoints.length === 0) throw new CheckpointFileError({ file, problem: "contains no checkpoint" })
      return checkpoints
    },
    catch: (error) =>
      error instanceof CheckpointFileError ? error : new CheckpointFileError({ file, problem: "cannot be read" })
  })
})
