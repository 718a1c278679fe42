import { Cause } from "effect"
import type { ServerSettings } from "./ServerConfig.ts"

interface SystemError extends Error {
  readonly code?: string
  readonly _tag?: string
}

/** Failures that say themselves what to do. */
const plain = new Set([
  "AnalysisFileError",
  "DevelopmentMissing",
  "FolderLocked",
  "KeyringError",
  "PostDirError",
  "RuleSetDirError",
  "ServerConfigError"
])

const originOf = (failure: unknown): SystemError => {
  const error = Cause.isCause(failure) ? (Cause.squash(failure) as SystemError) : (failure as SystemError)
  return error.cause instanceof Error ? originOf(error.cause) : error
}

/**
 * Why the house did not start, in a sentence that names the setting and the fix.
 *
 * **Gotchas**
 *
 * No value of a setting is told but the port: addresses hold passwords.
 */
export const startFailure = (failure: unknown, { port }: Partial<Pick<ServerSettings, "port">> = {}): string => {
  const { _tag = "", code = "", message } = originOf(failure)
  if (plain.has(_tag)) return message
  switch (code) {
    case "EADDRINUSE":
      return `PORT ${port} is in use by another process. Stop that process, or set PORT to another number.`
    case "EACCES":
      return `This account may not use PORT ${port}. Set PORT to a number above 1023.`
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is no address of this machine (${code}): leave it out, or set it to one.`
    default:
      return _tag === "DatabaseUnavailable" || _tag === "DatabaseDefect"
        ? `The server cannot use DATABASE_URL (${code}). Check that PostgreSQL is running there and that its role may create tables.`
        : `The server did not start (${_tag || "unknown"} ${code}).`
  }
}
