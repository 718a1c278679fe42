#!/usr/bin/env node
import { Cause, Effect, Exit, Redacted } from "effect"
import type { ManagedRuntime } from "effect"
import { verifyAudit } from "./audit/verifyAudit.ts"
import { databaseFailure } from "./database/DatabaseUnavailable.ts"
import { endRecoveryCodes } from "./database/endRecoveryCodes.ts"
import { migrateDatabase } from "./database/migrate.ts"
import { beginEpoch } from "./secrets/beginEpoch.ts"
import { makeKeyringFile } from "./secrets/Keyring.ts"
import { keyCommands } from "./keyCommands.ts"
import { readServerConfig, settingsHelp } from "./ServerConfig.ts"
import type { ServerSettings } from "./ServerConfig.ts"
import { startFailure } from "./startFailure.ts"
import { openHouse, startHouse } from "./startHouse.ts"

const help = `mtc-logon-server <command>

Commands
  start [--no-worker]   Serves HTTP, and does the jobs unless --no-worker.
  worker                Does the jobs only.
  migrate               Brings the database of DATABASE_URL to the tables of this version.
  new-keyring <file>    Makes the keys of a house in a file that is not there yet: what KEYRING_FILE names. Keep a copy of it
                        apart from the database, which is lost without.
  keys create --scope <scopes> --name <application>
                        Makes an API key for an application and prints it, once. Scopes, parted by commas: simulate (ask what
                        the rules say of given facts), decide (decide on record), staff (look at decisions).
  keys list             Every key: id, scopes, when it was made, whether it is good, and the application; never the key.
  keys revoke <id>      From now on the key opens nothing.
  verify-audit [--checkpoints <file>]
                        Reads the whole audit trail; exit 1 names the first row that is not as it was written. The file is a log
                        of the server as it is: its signed checkpoints show rows that were cut off the end.
  new-epoch             After a database was restored: every link, code and session that is out is void, recovery codes too.
                        Stop all first.
                        API keys stay good: revoke again what was revoked since the backup (keys list).
  --help                This text.

Settings (environment)
`

const say = (text: string) => process.stdout.write(`${text}\n`)

/** A start-up failure in words: which setting, and the fix; never a value. */
const complain = (text: string): never => {
  process.stderr.write(`${text}\n`)
  return process.exit(1)
}

const settingsOrExit = async () => {
  const exit = await Effect.runPromiseExit(readServerConfig)
  return Exit.isSuccess(exit) ? exit.value : complain((Cause.squash(exit.cause) as Error).message)
}

const untilStopped = async (stop: () => Promise<void>) => {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve())
  })
  await stop()
}

const startOrExit = (settings: ServerSettings, workers: "run" | "none") =>
  startHouse(settings, { workers }).catch((failure: unknown) => complain(startFailure(failure, settings)))

const start = async (workers: "run" | "none") => {
  const settings = await settingsOrExit()
  const house = await startOrExit(settings, workers)
  say(`Listening on port ${house.port} for ${settings.publicBaseUrl}`)
  await untilStopped(house.stop)
}

const work = async () => {
  const house = await openHouse(await settingsOrExit(), { workers: "run" })
  say("Doing the jobs.")
  await untilStopped(() => house.runtime.dispose())
}

const migrate = async () => {
  const settings = await settingsOrExit()
  const { databaseUrl } = settings
  if (databaseUrl === undefined) return complain("DATABASE_URL must name the database to migrate")
  await migrateDatabase(Redacted.value(databaseUrl)).catch((failure: unknown) =>
    complain(startFailure(databaseFailure(failure), settings))
  )
  return say("The database has the tables of this version.")
}

const newKeyring = (file: string | undefined) => {
  if (file === undefined) return complain("Which file? new-keyring /etc/mtc-logon/keyring.json")
  try {
    if (!makeKeyringFile(file)) return complain(`${file} is there already, and stays as it is`)
  } catch (failure) {
    return complain(`${file} cannot be written (${(failure as NodeJS.ErrnoException).code})`)
  }
  return say(`${file} has the keys. Set KEYRING_FILE to it, and keep a copy apart from the database.`)
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
  const settings = await settingsOrExit()
  const { databaseUrl, keyringFile } = settings
  if (keyringFile === undefined) return complain("KEYRING_FILE must name the file of the keys")
  const epoch = beginEpoch(keyringFile)
  if (databaseUrl !== undefined) {
    await endRecoveryCodes(Redacted.value(databaseUrl)).catch((failure: unknown) =>
      complain(startFailure(databaseFailure(failure), settings))
    )
  }
  return say(`This is epoch ${epoch}. Every link, code and session of before is void.`)
}

const [command = "--help", ...flags] = process.argv.slice(2)
switch (command) {
  case "start":
    await start(flags.includes("--no-worker") ? "none" : "run")
    break
  case "worker":
    await work()
    break
  case "migrate":
    await migrate()
    break
  case "verify-audit":
    await inHouse(verifyAudit(flags))
    break
  case "new-keyring":
    newKeyring(flags[0])
    break
  case "keys":
    await inHouse(keyCommands(flags))
    break
  case "new-epoch":
    await newEpoch()
    break
  case "--help":
  case "help":
    say(`${help}${settingsHelp()}`)
    break
  default:
    complain(`There is no command ${JSON.stringify(command.slice(0, 40))}; see --help`)
}
