import { parseArgs } from "node:util"
import { Effect } from "effect"
import { Audit } from "./Audit.ts"
import { readCheckpoints } from "./readCheckpoints.ts"

const fileOf = (args: ReadonlyArray<string>): { readonly file: string | undefined } | undefined => {
  try {
    const { values } = parseArgs({ args: [...args], options: { checkpoints: { type: "string" } } })
    return { file: values.checkpoints }
  } catch {
    return undefined
  }
}

/** `verify-audit [--checkpoints <file>]`: the lines to print, or what is wrong. */
export const verifyAudit = Effect.fn("verifyAudit")(function* (args: ReadonlyArray<string>) {
  const asked = fileOf(args)
  if (asked === undefined) return { problem: "Use verify-audit with: --checkpoints <file>" }
  const { verify } = yield* Audit
  const read = asked.file === undefined ? { success: [] } : yield* Effect.result(readCheckpoints(asked.file))
  if ("failure" in read) return { problem: read.failure.message }
  const vouched = read.success.reduce((most, { seq }) => Math.max(most, seq), 0)
  const verdict = yield* verify(read.success)
  if (!verdict.intact) {
    const known = vouched >= verdict.seq ? `. A signed checkpoint vouches for ${vouched} rows` : ""
    return { problem: `The audit trail was changed or cut at row ${verdict.seq}${known}.` }
  }
  return {
    lines: [
      `The audit trail is intact: ${verdict.seq} rows.`,
      asked.file === undefined
        ? "Rows could have been cut off the end. To check that, give the server's log: --checkpoints <file>"
        : `Signed checkpoints vouch for the rows up to ${vouched}. Later rows could have been cut off.`
    ]
  }
})
