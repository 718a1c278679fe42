import type { Hono } from "hono"
import { makeLog } from "./http/logging.ts"
import { notYet } from "./http/fallbacks.ts"
import { serve } from "./serve.ts"
import type { ServerSettings } from "./ServerConfig.ts"
import { graceMs, openDoor } from "./startHouse.ts"
import { untilDatabaseAnswers } from "./untilDatabaseAnswers.ts"

/**
 * Opens the server and listens, whichever is started first, it or its database.
 *
 * **Details**
 *
 * Until the database answers the process is healthy and not ready, and every other call is told to come again. `opened` fails with what
 * waiting does not mend.
 */
export const keepHouse = async (settings: ServerSettings, options: Parameters<typeof openDoor>[1]) => {
  const log = makeLog(settings.logLevel)
  const stopping = new AbortController()
  let app: Pick<Hono, "fetch"> = notYet(log)
  const open = async () => {
    const door = await openDoor(settings, options)
    ;({ app } = door)
    return door
  }
  let away = () => {}
  const isAway = new Promise<void>((resolve) => {
    away = resolve
  })
  const opened = untilDatabaseAnswers(open, { log, settings, away, stopped: stopping.signal })
  await Promise.race([opened, isAway])
  const served = await serve({ fetch: (...call) => app.fetch(...call) }, settings)
  return {
    port: served.port,
    opened,
    stop: async () => {
      stopping.abort()
      await served.stop(graceMs)
      await (await opened)?.runtime.dispose()
    }
  }
}
