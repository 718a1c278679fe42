import { Cause, ConfigProvider, Effect, Exit } from "effect"
import { readServerConfig } from "../../packages/server/src/ServerConfig.ts"
import type { ServerSettings } from "../../packages/server/src/ServerConfig.ts"

/** The settings of an environment that is given here, and not this process's. */
export const readSettings = async (environment: Readonly<Record<string, string>>): Promise<ServerSettings> => {
  const read = Effect.provideService(
    readServerConfig,
    ConfigProvider.ConfigProvider,
    ConfigProvider.fromUnknown(environment)
  )
  const exit = await Effect.runPromiseExit(read)
  if (!Exit.isSuccess(exit)) throw Cause.squash(exit.cause)
  return exit.value
}
