import { HouseSettings } from "@mtc-logon/core/logon-request"
import { Layer, ManagedRuntime } from "effect"
import { auditCheckpointsLayer } from "./audit/auditCheckpointsLayer.ts"
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
 * Opens the house without a door: settings, database, jobs.
 *
 * **Details**
 *
 * `workers`: `run` does the jobs here; `none` leaves them to another process. `signs`: whether checkpoints of the audit trail
 * are logged, as they are unless it is false: a command that is over at once vouches for nothing. In development the house has its tools and,
 * where it has no taxpayer yet, the people of the sandbox; `partnerOrigins` may frame the request there.
 */
export const openHouse = async (
  settings: ServerSettings,
  options: {
    readonly workers: "run" | "none"
    readonly signs?: boolean
    readonly partnerOrigins?: ReadonlyArray<string>
  }
) => {
  const log = makeLog(settings.logLevel)
  // Imported here and only here: production has no such room.
  const development = settings.isDevelopment ? (await import("./dev/openDevelopment.ts")).openDevelopment() : undefined
  const doers = options.workers === "run" ? Layer.effectDiscard(Workers) : Layer.empty
  const watchers = settings.isDevelopment || options.signs === false ? Layer.empty : auditCheckpointsLayer
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(doers, watchers).pipe(
      Layer.provide(workers.run),
      Layer.provideMerge(
        houseLayer(
          development === undefined
            ? {}
            : { inbox: [development.deliver], phone: [development.deliverText], post: [development.deliverLetter] }
        )
      ),
      Layer.provideMerge(Layer.succeed(ServerConfig, settings)),
      Layer.provideMerge(Layer.succeed(HouseSettings, houseSettingsOf(settings))),
      Layer.provideMerge(effectLogLayer(log)),
      Layer.provideMerge(development?.clockLayer ?? Layer.empty)
    )
  )
  await runtime.context()
  if (settings.isDevelopment) {
    const { seedSandbox } = await import("./dev/seedSandbox.ts")
    await runtime.runPromise(seedSandbox(options.partnerOrigins ?? []))
  }
  return { development, log, runtime }
}

/** Opens the house and listens. `stop` drains: no accepted call is lost. */
export const startHouse = async (settings: ServerSettings, options: Parameters<typeof openHouse>[1]) => {
  const { development, log, runtime } = await openHouse(settings, options)
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
