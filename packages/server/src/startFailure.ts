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
      return `PORT ${port} is taken by another process: end it, or set PORT to another one.`
    case "EACCES":
      return `PORT ${port} may not be used by this account: set PORT to one above 1023.`
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is no address of this machine (${code}): leave it out, or set it to one.`
    default:
      return _tag === "DatabaseUnavailable" || _tag === "DatabaseDefect"
        ? `DATABASE_URL cannot be used (${code}): is PostgreSQL running there, and may this account make tables?`
        : `The server did not start (${_tag || "unknown"} ${code}).`
  }
}
