import { HouseSettings } from "@mtc-logon/core/logon-request"
import { Layer, ManagedRuntime } from "effect"
import { createApp } from "./app.ts"
import { houseSettingsOf } from "./houseFacts.ts"
import { effectLogLayer, makeLog } from "./http/logging.ts"
import { Workers } from "./jobs/Workers.ts"
import { houseLayer, workers } from "./layers.ts"
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
 * `workers`: `run` does the jobs here; `none` leaves them to another process. In development the house has its tools and,
 * where it has no taxpayer yet, the people of the sandbox; `partnerOrigins` may frame the request there. `stop` drains: no
 * accepted call is lost.
 */
export const startHouse = async (
  settings: ServerSettings,
  options: { readonly workers: "run" | "none"; readonly partnerOrigins?: ReadonlyArray<string> }
) => {
  const log = makeLog(settings.logLevel)
  // Imported here and only here: production has no such room.
  const development = settings.isDevelopment ? (await import("./dev/openDevelopment.ts")).openDevelopment() : undefined
  const doers = options.workers === "run" ? Layer.effectDiscard(Workers) : Layer.empty
  const runtime = ManagedRuntime.make(
    doers.pipe(
      Layer.provide(workers.run),
      Layer.provideMerge(houseLayer(development === undefined ? {} : { inbox: [development.deliver] })),
      Layer.provideMerge(Layer.succeed(ServerConfig, settings)),
      Layer.provideMerge(Layer.succeed(HouseSettings, houseSettingsOf(settings))),
      Layer.provideMerge(effectLogLayer(log)),
      Layer.provideMerge(development?.clockLayer ?? Layer.empty)
    )
  )
  if (settings.isDevelopment) {
    const { seedSandbox } = await import("./dev/seedSandbox.ts")
    await runtime.runPromise(seedSandbox(options.partnerOrigins ?? []))
  }
  const app = await createApp(runtime, log, development?.routes)
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
