import { Effect, Result } from "effect"
import { checkPostDir } from "./channels/postLayer.ts"
import { readAnalyses } from "./routes/rules-engine/readAnalyses.ts"
import { readKeyring } from "./secrets/Keyring.ts"
import { readSettings, ServerConfigError } from "./ServerConfig.ts"
import type { ServerSettings, SettingProblem } from "./ServerConfig.ts"
import { readRuleSets } from "./store/readRuleSets.ts"

/** What is wrong on disk, a line for each problem, that begins with the name of the setting. */
const linesOf = <A>(check: Effect.Effect<A, { readonly message: string }>): Effect.Effect<ReadonlyArray<string>> =>
  Effect.map(Effect.result(check), (result) => (Result.isFailure(result) ? result.failure.message.split("\n") : []))

/** Checks the files and folders that settings name, before the database is asked for anything. */
const checkFiles = ({ isDevelopment, keyringFile, postDir, ...settings }: ServerSettings) =>
  Effect.all([
    isDevelopment || keyringFile === undefined
      ? Effect.succeed([])
      : linesOf(readKeyring({ ...settings, isDevelopment, keyringFile })),
    postDir === undefined ? Effect.succeed([]) : linesOf(checkPostDir(postDir)),
    linesOf(
      Effect.andThen(
        readRuleSets(settings),
        Effect.try({
          try: () => readAnalyses(settings.ruleSetDir),
          catch: (failure) => (failure instanceof Error ? failure : new Error(String(failure)))
        })
      )
    )
  ])

const toProblem = (line: string): SettingProblem => {
  const [name = ""] = line.split(" ", 1)
  return { name, fix: line.slice(name.length + 1) }
}

/**
 * Reads all settings from the environment, and the files and folders that they name; fails with every problem at once.
 *
 * **Gotchas**
 *
 * Whether the port is free and what the database answers is known only when they are used.
 */
export const readToStart: Effect.Effect<ServerSettings, ServerConfigError> = Effect.gen(function* () {
  const { problems, settings } = yield* readSettings()
  const all = [...problems, ...(yield* checkFiles(settings)).flat().map(toProblem)]
  return all.length > 0 ? yield* new ServerConfigError({ problems: all }) : settings
})
