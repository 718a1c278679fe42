import { Effect } from "effect"
import { Audit } from "./Audit.ts"
import { readCheckpoints } from "./readCheckpoints.ts"

/** `verify-audit [--checkpoints <file>]`: the lines to print, or what is wrong. */
export const verifyAudit = Effect.fn("verifyAudit")(function* (file: string | undefined) {
  const { verify } = yield* Audit
  const read = file === undefined ? { success: [] } : yield* Effect.result(readCheckpoints(file))
  if ("failure" in read) return { problem: read.failure.message }
  const vouched = read.success.reduce((most, { seq }) => Math.max(most, seq), 0)
  const verdict = yield* verify(read.success)
  if (!verdict.intact) {
    const known = vouched >= verdict.seq ? `. A signed checkpoint vouches for ${vouched} rows` : ""
    return { problem: `The audit trail was changed or cut at row ${verdict.seq}${known}.` }
  }
  return {
    lines: [
      `The audit trail is intact: ${verdict.seq} ${verdict.seq === 1 ? "row" : "rows"}.`,
      file === undefined
        ? "This does not show whether rows were cut off the end. To check that too, name the server's log: --checkpoints <file>"
        : `Signed checkpoints vouch for the rows up to ${vouched}. Later rows could have been cut off.`
    ]
  }
})
