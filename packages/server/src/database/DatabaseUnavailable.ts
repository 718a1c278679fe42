import { Data } from "effect"

/**
 * The database cannot be asked now: unreachable, out of connections, or out of time.
 *
 * **Gotchas**
 *
 * It comes as a defect, since no use case can act on it; `http/answer` says 503 for it.
 */
export class DatabaseUnavailable extends Data.TaggedError("DatabaseUnavailable")<{
  /** SQLSTATE, or the system's code. */
  readonly code: string
}> {}

/** A statement that the database refused: a mistake of ours. Neither statement nor parameters are kept. */
export class DatabaseDefect extends Data.TaggedError("DatabaseDefect")<{
  /** SQLSTATE, `42703`. */
  readonly code: string
  readonly constraint: string | undefined
  readonly table: string | undefined
}> {
  override get message() {
    return `The database refused a statement (${[this.code, this.table, this.constraint].filter(Boolean).join(", ")})`
  }
}

/** A row with this key is there already. */
export class UniqueViolation extends Data.TaggedError("UniqueViolation")<{
  /** Name of the index, `logon_username_key`. */
  readonly constraint: string
}> {}

interface DriverError {
  readonly code: string
  readonly constraint?: string
  readonly table?: string
}

/** Drizzle wraps what the driver says; both drivers give it SQLSTATE as `code`. */
const driverErrorOf = (error: unknown): DriverError | undefined => {
  for (let at = error; typeof at === "object" && at !== null; at = "cause" in at ? at.cause : undefined) {
    if ("code" in at && typeof at.code === "string") return { ...at, code: at.code }
  }
  return undefined
}

/** Name of the unique index that a failed statement ran into; none for any other failure. */
export const uniqueViolationOf = (error: unknown): string | undefined => {
  if (error instanceof UniqueViolation) return error.constraint
  const said = driverErrorOf(error)
  return said?.code === "23505" ? (said.constraint ?? "") : undefined
}

/** The transaction lost against another and may be tried again: serialization failure, deadlock. */
export class LostRace extends Data.TaggedError("LostRace")<{ readonly code: string }> {}

/** Classes of SQLSTATE: connection, resources, operator; statement and lock timeouts are among them. */
const unavailable = /^(08|53|57|55P03|25P03|E[A-Z]+$)/

/** What a failed statement is, without what it said. */
export const databaseFailure = (error: unknown): DatabaseUnavailable | DatabaseDefect | LostRace => {
  const said = driverErrorOf(error)
  if (said !== undefined && ["40001", "40P01"].includes(said.code)) return new LostRace({ code: said.code })
  if (said === undefined || unavailable.test(said.code))
    return new DatabaseUnavailable({ code: said?.code ?? "unknown" })
  return new DatabaseDefect({ code: said.code, constraint: said.constraint, table: said.table })
}
