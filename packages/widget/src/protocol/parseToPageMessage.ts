import { logonErrorCodes } from "./LogonErrorCode.ts"
import type { ToPageMessage } from "./ToFrameMessage.ts"

/** Longest message, in characters of its JSON: 4 KiB. */
export const longestMessage = 4096

/** An object that is ours and short enough, or nothing. */
export const ours = (data: unknown): Readonly<Record<string, unknown>> | undefined => {
  try {
    if (
      typeof data !== "object" ||
      data === null ||
      Array.isArray(data) ||
      JSON.stringify(data).length > longestMessage
    )
      return undefined
    const fields = { ...data } as Record<string, unknown>
    return fields["mtc"] === 1 ? fields : undefined
  } catch {
    return undefined
  }
}

const whole = (value: unknown, from: number, to: number): value is number =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to

const matches = (value: unknown, pattern: RegExp): value is string => typeof value === "string" && pattern.test(value)

/**
 * Reads a message from the frame: a value of the protocol, or nothing. Unknown types are nothing, unknown fields are dropped.
 *
 * **Gotchas**
 *
 * The loader is built of this file: it imports nothing but the list of error codes.
 */
export const parseToPageMessage = (data: unknown): ToPageMessage | undefined => {
  const it = ours(data)
  if (it === undefined) return undefined
  const { type, height } = it
  switch (type) {
    case "ready":
      return whole(height, 120, 8000) && whole(it["protocol"], 1, 99) && matches(it["nonce"], /^[\da-f]{32}$/)
        ? { mtc: 1, type, height, protocol: it["protocol"], nonce: it["nonce"] }
        : undefined
    case "height":
      return whole(height, 120, 8000) ? { mtc: 1, type, height } : undefined
    case "step":
      return matches(it["step"], /^[a-z-]{1,40}$/) && whole(it["number"], 1, 20) && whole(it["total"], 1, 20)
        ? { mtc: 1, type, step: it["step"], number: it["number"], total: it["total"] }
        : undefined
    case "complete":
      return matches(it["confirmationNumber"], /^\d-\d{3}-\d{3}-\d{3}$/)
        ? { mtc: 1, type, confirmationNumber: it["confirmationNumber"] }
        : undefined
    case "error": {
      const code = logonErrorCodes.find((code) => code === it["code"])
      return code === undefined ? undefined : { mtc: 1, type, code }
    }
    case "scroll":
    case "done":
    case "cancel":
    case "timeout":
      return { mtc: 1, type }
    default:
      return undefined
  }
}
