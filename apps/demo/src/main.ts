import { Cause, Effect, Exit } from "effect"
import { readServerConfig, serve, startFailure, startHouse } from "@mtc-logon/server"
import type { ServerSettings } from "@mtc-logon/server"
import { card } from "./card.ts"
import { demoAddresses } from "./demoAddresses.ts"
import { partnerSite } from "./partnerSite.ts"
import { wipeFolder } from "./wipeFolder.ts"

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Ends the start with what to do. */
const complain = (text: string): never => {
  process.stderr.write(`${text}\n`)
  return process.exit(1)
}

// A development house with numbers that nobody has, whatever the machine is set to.
Object.assign(process.env, { MTC_ENV: "development", ID_RANGES: "sandbox" })
process.env["LOG_LEVEL"] ??= "warn"
// Who tries the demo asks for the same people again and again.
process.env["LIMIT_LOGONS_PER_EMAIL_PER_30_DAYS"] ??= "1000"
process.env["LIMIT_LOGONS_PER_PHONE_PER_30_DAYS"] ??= "1000"

const partnerPort = Number(process.env["PARTNER_PORT"] ?? "4100")

const readSettings = async (): Promise<ServerSettings> => {
  const exit = await Effect.runPromiseExit(readServerConfig)
  if (Exit.isSuccess(exit)) return exit.value
  const why = Cause.squash(exit.cause)
  return complain(why instanceof Error ? why.message : String(why))
}

/** Says every two seconds that it is alive, until it is told that it is done. */
const progress = (what: string): (() => void) => {
  const since = performance.now()
  const seconds = () => `${((performance.now() - since) / 1000).toFixed(1)} s`
  say(`${what} ...`)
  const beat = setInterval(() => say(`${what} ... ${seconds()}`), 2_000)
  return () => {
    clearInterval(beat)
    say(`${what}: ${seconds()}`)
  }
}

const settings = await readSettings()
const isResetOnly = process.argv.includes("--reset-only")
if (isResetOnly || process.argv.includes("--reset")) {
  const { heldBy } = wipeFolder(settings.dataDir)
  if (heldBy !== null) complain(`Process ${heldBy} is using ${settings.dataDir}. Stop it first, then reset.`)
  say(`Reset: the data in ${settings.dataDir} was deleted`)
  if (isResetOnly) process.exit(0)
}

const addresses = demoAddresses(settings.publicBaseUrl, partnerPort)

const started = progress("Opening the database, adding the sample people, starting the Department's site")
const testPartnerOrigins = [...new Set([addresses.partner, ...settings.testPartnerOrigins])]
const house = await startHouse({ ...settings, testPartnerOrigins }, { workers: "run" }).catch((failure: unknown) =>
  complain(startFailure(failure, settings))
)
const partner = await serve(partnerSite(addresses), { host: "127.0.0.1", port: partnerPort }).catch(async () => {
  await house.stop()
  return complain(
    `Port ${partnerPort} is in use by another process. Stop that process, or set PARTNER_PORT to another number.`
  )
})
started()
say(card(addresses))

let isEnding = false
const end = async () => {
  // Pressed again: at once.
  if (isEnding) process.exit(1)
  isEnding = true
  say("Stopping ...")
  await partner.stop(1_000)
  await house.stop()
  process.exit(0)
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end())
