import { Cause, Effect, Exit, Layer, Redacted } from "effect"
import { auditLayer } from "./audit/auditLayer.ts"
import { verifyAudit } from "./audit/verifyAudit.ts"
import { databaseLayer } from "./database/databaseLayer.ts"
import { databaseFailure } from "./database/DatabaseUnavailable.ts"
import { endRecoveryCodes, migrateDatabase } from "./database/migrate.ts"
import { makeLog } from "./http/logging.ts"
import { keepHouse } from "./keepHouse.ts"
import { keyCommands } from "./keyCommands.ts"
import { readCommand } from "./readCommand.ts"
import { readToStart } from "./readToStart.ts"
import { beginEpoch } from "./secrets/beginEpoch.ts"
import { idsLayer } from "./secrets/Ids.ts"
import { makeKeyringFile } from "./secrets/Keyring.ts"
import { secretsLayer } from "./secrets/secretsLayer.ts"
import { readSetting, readSettingsOf, ServerConfig } from "./ServerConfig.ts"
import type { ServerConfigError } from "./ServerConfig.ts"
import { startFailure } from "./startFailure.ts"
import { openHouse } from "./startHouse.ts"
import { errorCode } from "./errorCode.ts"
import { apiKeysLayer } from "./store/apiKeysLayer.ts"
import { untilDatabaseAnswers } from "./untilDatabaseAnswers.ts"

const say = (text: string) => process.stdout.write(`${text}\n`)

/** A start-up failure in words: which setting, and the fix; never a value. */
const complain = (text: string): never => {
  process.stderr.write(`${text}\n`)
  return process.exit(1)
}

const readOrExit = async <A>(read: Effect.Effect<A, ServerConfigError>): Promise<A> => {
  const exit = await Effect.runPromiseExit(read)
  if (Exit.isSuccess(exit)) return exit.value
  const failure = Cause.squash(exit.cause)
  return complain(failure instanceof Error ? failure.message : String(failure))
}

/** Ends well once it is asked to. Called before anything is waited for: a process that is the first of its container hears no signal otherwise. */
const stopWhenAsked = () => {
  let stop: () => unknown = () => process.exit(0)
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop())
  return {
    /** What is to be done then, from now on; until it is said, nothing is there that must end well. */
    by: (end: () => unknown) => {
      stop = end
    }
  }
}

const start = async (workers: "run" | "none") => {
  const stopped = stopWhenAsked()
  const settings = await readOrExit(readToStart)
  const orExit = (failure: unknown) => complain(startFailure(failure, settings))
  const house = await keepHouse(settings, { workers }).catch(orExit)
  house.opened.catch(orExit)
  stopped.by(house.stop)
  say(`Listening on port ${house.port} for ${settings.publicBaseUrl}`)
}

const work = async () => {
  const stopped = stopWhenAsked()
  const settings = await readOrExit(readToStart)
  const log = makeLog(settings.logLevel)
  const house = await untilDatabaseAnswers(() => openHouse(settings, { workers: "run" }), { log, settings }).catch(
    (failure: unknown) => complain(startFailure(failure, settings))
  )
  stopped.by(async () => house?.runtime.dispose())
  say("Running the jobs.")
}

const migrate = async () => {
  const databaseUrl = await readOrExit(readSetting("databaseUrl"))
  if (databaseUrl === undefined) return complain("DATABASE_URL must be the address of the database to migrate")
  await migrateDatabase(Redacted.value(databaseUrl)).catch((failure: unknown) =>
    complain(startFailure(databaseFailure(failure)))
  )
  return say("The database is up to date.")
}

const newKeyring = (file: string) => {
  try {
    if (!makeKeyringFile(file)) return complain(`${file} already exists. It was not changed.`)
  } catch (failure) {
    return complain(`${file} cannot be written (${errorCode(failure)})`)
  }
  return say(`${file} has the new keys. Set KEYRING_FILE to it, and keep a copy apart from the database.`)
}

/** What the commands that look at keys and trail are done with: the database, and the keys. */
const deskLayer = apiKeysLayer.pipe(
  Layer.provideMerge(auditLayer),
  Layer.provideMerge(Layer.mergeAll(databaseLayer, idsLayer)),
  Layer.provideMerge(secretsLayer())
)

/** Does one thing with the database and the keys, and prints the lines that it returns, or what is wrong. */
const atDesk = async (
  command: Effect.Effect<
    { readonly problem: string } | { readonly lines: ReadonlyArray<string> },
    never,
    Layer.Success<typeof deskLayer>
  >
) => {
  const settings = await readOrExit(readSettingsOf(["environment", "databaseUrl", "dataDir", "keyringFile"]))
  const exit = await Effect.runPromiseExit(
    command.pipe(Effect.provide(deskLayer), Effect.provideService(ServerConfig, settings))
  )
  if (Exit.isFailure(exit)) return complain(startFailure(exit.cause))
  return "problem" in exit.value ? complain(exit.value.problem) : exit.value.lines.forEach(say)
}

const newEpoch = async () => {
  const keyringFile = await readOrExit(readSetting("keyringFile"))
  const databaseUrl = await readOrExit(readSetting("databaseUrl"))
  if (keyringFile === undefined) return complain("KEYRING_FILE must name the file with the keys")
  const epoch = beginEpoch(keyringFile)
  if (databaseUrl !== undefined) {
    await endRecoveryCodes(Redacted.value(databaseUrl)).catch((failure: unknown) =>
      complain(startFailure(databaseFailure(failure)))
    )
  }
  return say(`Epoch ${epoch} begins. Every earlier link, code and session is void.`)
}

/** Does what a command line asks for. */
export const runCommand = async (args: ReadonlyArray<string>): Promise<void> => {
  const asked = readCommand(args)
  switch (asked.command) {
    case "start":
      await start(asked.flags.has("no-worker") ? "none" : "run")
      break
    case "worker":
      await work()
      break
    case "migrate":
      await migrate()
      break
    case "verify-audit":
      await atDesk(verifyAudit(asked.flags.get("checkpoints")?.at(-1)))
      break
    case "new-keyring":
      newKeyring(asked.word)
      break
    case "keys create":
    case "keys list":
    case "keys revoke":
      await atDesk(keyCommands[asked.command](asked))
      break
    case "new-epoch":
      await newEpoch()
      break
    case "help":
      say(asked.text)
      break
    case "none":
      complain(asked.problem)
  }
}
