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
  if (asked === undefined) return { problem: "verify-audit takes: --checkpoints <file>" }
  const { verify } = yield* Audit
  const read = asked.file === undefined ? { success: [] } : yield* Effect.result(readCheckpoints(asked.file))
  if ("failure" in read) return { problem: read.failure.message }
  const vouched = read.success.reduce((most, { seq }) => Math.max(most, seq), 0)
  const verdict = yield* verify(read.success)
  if (!verdict.intact) {
    const known = vouched >= verdict.seq ? `; a signed checkpoint knows ${vouched} rows` : ""
    return { problem: `The audit trail is not as it was written from row ${verdict.seq} on${known}` }
  }
  return {
    lines: [
      `The audit trail is as it was written, ${verdict.seq} rows.`,
      asked.file === undefined
        ? "No checkpoint was read: whether rows were cut off its end is not known. Give the server's log: --checkpoints <file>"
        : `Signed checkpoints vouch for it up to row ${vouched}. Whether rows after that were cut off is not known.`
    ]
  }
})
