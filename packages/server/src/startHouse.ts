import { Layer, ManagedRuntime } from "effect"
import { createApp } from "./app.ts"
import { effectLogLayer, makeLog } from "./http/logging.ts"
import { houseLayer } from "./layers.ts"
import { serve } from "./serve.ts"
import { ServerConfig } from "./ServerConfig.ts"
import type { ServerSettings } from "./ServerConfig.ts"

/** How long the calls that run are waited for when the house goes down, in milliseconds. */
const graceMs = 10_000

/**
 * Starts the house: database, jobs, app, and the server that listens.
 *
 * **Details**
 *
 * `workers`: `run` does the jobs here; `none` leaves them to another process. `stop` drains: no accepted call is lost.
 */
export const startHouse = async (settings: ServerSettings, options: { readonly workers: "run" | "none" }) => {
  const log = makeLog(settings.logLevel)
  const runtime = ManagedRuntime.make(
    houseLayer({ inbox: [], workers: options.workers }).pipe(
      Layer.provideMerge(Layer.succeed(ServerConfig, settings)),
      Layer.provideMerge(effectLogLayer(log))
    )
  )
  const app = await createApp(runtime, log)
  const served = await serve(app, { host: settings.host, port: settings.port })
  return {
    port: served.port,
    runtime,
    stop: async () => {
      await served.stop(graceMs)
      await runtime.dispose()
    }
  }
}
