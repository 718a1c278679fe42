import { Cause, ConfigProvider, Effect, Exit } from "effect"
import { readServerConfig } from "../../packages/server/src/ServerConfig.ts"
import type { ServerSettings } from "../../packages/server/src/ServerConfig.ts"
import { serverSettings } from "../../packages/server/src/serverSettings.ts"

const names: ReadonlySet<string> = new Set(Object.values(serverSettings).map(({ name }) => name))

/** The settings of an environment that is given here, and not this process's. A name that no setting has is a mistake of the test. */
export const readSettings = async (environment: Readonly<Record<string, string>>): Promise<ServerSettings> => {
  const unknown = Object.keys(environment).filter((name) => !names.has(name))
  if (unknown.length > 0) throw new Error(`There is no setting ${unknown.join(", ")}`)
  const read = Effect.provideService(
    readServerConfig,
    ConfigProvider.ConfigProvider,
    ConfigProvider.fromUnknown(environment)
  )
  const exit = await Effect.runPromiseExit(read)
  if (!Exit.isSuccess(exit)) throw Cause.squash(exit.cause)
  return exit.value
}
