import { setTimeout } from "node:timers/promises"
import type { Logger } from "pino"
import type { ServerSettings } from "./ServerConfig.ts"
import { startFailure } from "./startFailure.ts"

/** Milliseconds between two looks for a database that is away. */
const pauseMs = 1_000

const isAway = (failure: unknown, { databaseUrl }: ServerSettings) =>
  databaseUrl !== undefined &&
  typeof failure === "object" &&
  failure !== null &&
  "_tag" in failure &&
  failure._tag === "DatabaseUnavailable"

/**
 * Opens something again and again while the database does not answer; none when it is told to stop.
 *
 * **Details**
 *
 * Each reason is logged once, and `away` called at each. What waiting does not mend, a wrong password or a table that may not be made, is thrown.
 */
export const untilDatabaseAnswers = async <A>(
  open: () => Promise<A>,
  {
    away = () => {},
    log,
    settings,
    stopped
  }: {
    readonly log: Logger
    readonly settings: ServerSettings
    readonly stopped?: AbortSignal
    readonly away?: () => void
  }
): Promise<A | undefined> => {
  for (let told = ""; ;) {
    if (stopped?.aborted === true) return undefined
    try {
      return await open()
    } catch (failure) {
      if (!isAway(failure, settings)) throw failure
      const why = startFailure(failure, settings)
      if (why !== told) log.warn(`The database does not respond yet. ${why}`)
      told = why
      away()
    }
    await setTimeout(pauseMs, undefined, { signal: stopped }).catch(() => {})
  }
}
