import { HouseSettings } from "@mtc-logon/core/logon-request"
import { Layer, ManagedRuntime } from "effect"
import { auditCheckpointsLayer } from "./audit/auditCheckpointsLayer.ts"
import { createApp } from "./app.ts"
import type { Development } from "./Development.ts"
import { DevelopmentMissing } from "./DevelopmentMissing.ts"
import { houseSettingsOf } from "./houseFacts.ts"
import { effectLogLayer, makeLog } from "./http/logging.ts"
import { houseLayer, workers } from "./layers.ts"
import { serve } from "./serve.ts"
import { ServerConfig } from "./ServerConfig.ts"
import type { ServerSettings } from "./ServerConfig.ts"

/** How long the calls that run are waited for when the server goes down, in milliseconds. */
export const graceMs = 10_000

/** Imported here and only here: the published package has no such folder. */
const openDevelopment = async (): Promise<Development> => {
  const tools = await import("./dev/openDevelopment.ts").catch((failure: NodeJS.ErrnoException) => {
    throw failure.code === "ERR_MODULE_NOT_FOUND" ? new DevelopmentMissing() : failure
  })
  return tools.openDevelopment()
}

/**
 * Opens the server without listening: settings, database and jobs.
 *
 * **Details**
 *
 * `workers`: `run` does the jobs in this process; `none` leaves them to another one. `signs`: whether to log checkpoints of the audit
 * trail, true by default; a short-lived command sets it to false. In development, the server has its tools and, if it has no
 * taxpayer yet, the sandbox people.
 */
export const openHouse = async (
  settings: ServerSettings,
  options: { readonly workers: "run" | "none"; readonly signs?: boolean }
) => {
  const log = makeLog(settings.logLevel)
  const development = settings.isDevelopment ? await openDevelopment() : undefined
  const doers = options.workers === "run" ? workers.run : Layer.empty
  const watchers = settings.isDevelopment || options.signs === false ? Layer.empty : auditCheckpointsLayer
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(doers, watchers).pipe(
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
  await runtime.context().catch(async (failure: unknown) => {
    await runtime.dispose()
    throw failure
  })
  if (development !== undefined) {
    await runtime.runPromise(development.followClock)
    await runtime.runPromise(development.seed(settings.testPartnerOrigins))
  }
  return { development, log, runtime }
}

/** Opens the server with its HTTP app, which does not listen yet. */
export const openDoor = async (settings: ServerSettings, options: Parameters<typeof openHouse>[1]) => {
  const { development, log, runtime } = await openHouse(settings, options)
  return { app: await createApp(runtime, log, development), runtime }
}

/** Opens the server and listens. `stop` waits for running calls, so no accepted call is lost. */
export const startHouse = async (settings: ServerSettings, options: Parameters<typeof openHouse>[1]) => {
  const { app, runtime } = await openDoor(settings, options)
  const served = await serve(app, settings)
  return {
    port: served.port,
    runtime,
    stop: async () => {
      await served.stop(graceMs)
      await runtime.dispose()
    }
  }
}
