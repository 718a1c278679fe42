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

/** What to do where PostgreSQL cannot be used, by SQLSTATE or the system's code. */
const databaseFixes: Readonly<Record<string, string>> = {
  "3D000": "It names a database that does not exist: create it (createdb <name>), or correct the name.",
  "28P01": "Its user or password is wrong: correct them.",
  "28000": "PostgreSQL does not let this user connect: correct the user, or allow the user in pg_hba.conf.",
  "42501": "Its role cannot create tables: grant the role CREATE on the database and on the schema public.",
  ECONNREFUSED: "Nothing listens at its host and port: start PostgreSQL there, or correct the host and port.",
  ENOTFOUND: "Its host is unknown: correct the host.",
  EAI_AGAIN: "The name of its host cannot be resolved: check the host and the network."
}

const elseCheck = "Check that PostgreSQL is running there and that the role can create tables."

/**
 * Returns why the server did not start, in a sentence that names the setting and the fix.
 *
 * **Gotchas**
 *
 * It repeats no value of a setting but the port: addresses hold passwords.
 */
export const startFailure = (failure: unknown, { port }: Partial<Pick<ServerSettings, "port">> = {}): string => {
  const { _tag = "", code = "", message } = originOf(failure)
  if (plain.has(_tag)) return message
  if (_tag === "DatabaseUnavailable" || _tag === "DatabaseDefect")
    return `The server cannot use DATABASE_URL (${code}). ${databaseFixes[code] ?? elseCheck}`
  switch (code) {
    case "EADDRINUSE":
      return `PORT ${port} is in use by another process. Stop that process, or set PORT to another number.`
    case "EACCES":
      return `This account is not allowed to use PORT ${port}. Set PORT to a number above 1023.`
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is not an address of this machine (${code}). Remove it, or set it to an address of this machine.`
    default:
      return `The server did not start (${_tag || "unknown"} ${code}).`
  }
}
