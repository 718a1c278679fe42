#!/usr/bin/env node
import { Cause, Effect, Exit, Redacted } from "effect"
import type { ManagedRuntime } from "effect"
import { verifyAudit } from "./audit/verifyAudit.ts"
import { databaseFailure } from "./database/DatabaseUnavailable.ts"
import { endRecoveryCodes, migrateDatabase } from "./database/migrate.ts"
import { beginEpoch } from "./secrets/beginEpoch.ts"
import { makeKeyringFile } from "./secrets/Keyring.ts"
import { makeLog } from "./http/logging.ts"
import { keepHouse } from "./keepHouse.ts"
import { keyCommands } from "./keyCommands.ts"
import { readCommand } from "./readCommand.ts"
import { readServerConfig, readSetting } from "./ServerConfig.ts"
import type { ServerConfigError } from "./ServerConfig.ts"
import { startFailure } from "./startFailure.ts"
import { openHouse } from "./startHouse.ts"
import { untilDatabaseAnswers } from "./untilDatabaseAnswers.ts"

const say = (text: string) => process.stdout.write(`${text}\n`)

/** A start-up failure in words: which setting, and the fix; never a value. */
const complain = (text: string): never => {
  process.stderr.write(`${text}\n`)
  return process.exit(1)
}

const readOrExit = async <A>(read: Effect.Effect<A, ServerConfigError>): Promise<A> => {
  const exit = await Effect.runPromiseExit(read)
  return Exit.isSuccess(exit) ? exit.value : complain((Cause.squash(exit.cause) as Error).message)
}

const settingsOrExit = () => readOrExit(readServerConfig)

/** Ends well once it is asked to. Called before it says that it is there: whoever reads that may ask at once. */
const stopWhenAsked = (stop: () => Promise<void>) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop())
}

const start = async (workers: "run" | "none") => {
  const settings = await settingsOrExit()
  const orExit = (failure: unknown) => complain(startFailure(failure, settings))
  const house = await keepHouse(settings, { workers }).catch(orExit)
  house.opened.catch(orExit)
  stopWhenAsked(house.stop)
  say(`Listening on port ${house.port} for ${settings.publicBaseUrl}`)
}

const work = async () => {
  const settings = await settingsOrExit()
  const log = makeLog(settings.logLevel)
  const house = await untilDatabaseAnswers(() => openHouse(settings, { workers: "run" }), { log, settings }).catch(
    (failure: unknown) => complain(startFailure(failure, settings))
  )
  stopWhenAsked(async () => house?.runtime.dispose())
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

const newKeyring = (file: string | undefined) => {
  if (file === undefined) return complain("Name the new file, for example: new-keyring /etc/mtc-logon/keyring.json")
  try {
    if (!makeKeyringFile(file)) return complain(`${file} already exists. It was not changed.`)
  } catch (failure) {
    return complain(`${file} cannot be written (${(failure as NodeJS.ErrnoException).code})`)
  }
  return say(`${file} has the new keys. Set KEYRING_FILE to it, and keep a copy apart from the database.`)
}

/** Opens the house without its jobs, and does one thing in it: the lines that it prints, or what is wrong. */
const inHouse = async (
  command: Effect.Effect<
    { readonly problem: string } | { readonly lines: ReadonlyArray<string> },
    never,
    ManagedRuntime.ManagedRuntime.Services<Awaited<ReturnType<typeof openHouse>>["runtime"]>
  >
) => {
  const settings = await settingsOrExit()
  const house = await openHouse(settings, { workers: "none", signs: false }).catch((failure: unknown) =>
    complain(startFailure(failure, settings))
  )
  const done = await house.runtime.runPromise(command)
  await house.runtime.dispose()
  return "problem" in done ? complain(done.problem) : done.lines.forEach(say)
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

const asked = readCommand(process.argv.slice(2))
switch (asked.command) {
  case "start":
    await start(asked.flags.includes("--no-worker") ? "none" : "run")
    break
  case "worker":
    await work()
    break
  case "migrate":
    await migrate()
    break
  case "verify-audit":
    await inHouse(verifyAudit(asked.flags))
    break
  case "new-keyring":
    newKeyring(asked.flags[0])
    break
  case "keys":
    await inHouse(keyCommands(asked.flags))
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
