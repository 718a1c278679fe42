import { keysOf } from "@mtc-logon/core/engine"
import { Config, Context, Data, Effect, Layer, Option } from "effect"
import { serverSettings } from "./serverSettings.ts"
import { isUnusable } from "./setting.ts"
import type { Setting } from "./setting.ts"

type Read = {
  readonly [K in keyof typeof serverSettings]: (typeof serverSettings)[K] extends Setting<infer A> ? A : never
}

/** Every setting, read and checked together. Units are in the names. */
export interface ServerSettings extends Omit<Read, "blocklistRefuses" | "host"> {
  readonly blocklistRefuses: boolean
  readonly host: string
  readonly isDevelopment: boolean
}

/** One setting that cannot be used, in a sentence that says what to do. Never a value. */
export interface SettingProblem {
  readonly name: string
  readonly fix: string
}

/** The settings cannot be used: every problem at once. */
export class ServerConfigError extends Data.TaggedError("ServerConfigError")<{
  readonly problems: ReadonlyArray<SettingProblem>
}> {
  override get message() {
    return [
      "The server did not start. Fix these settings:",
      ...this.problems.map(({ name, fix }) => `  ${name} ${fix}`)
    ].join("\n")
  }
}

type Key = keyof typeof serverSettings
const everyKey = keysOf(serverSettings)

const read = (key: Key) => {
  const setting: Setting<unknown> = serverSettings[key]
  return Config.option(Config.String(setting.name)).pipe(
    Effect.map((text) => setting.read(Option.getOrUndefined(Option.filter(text, (value) => value !== "")))),
    Effect.orElseSucceed(() => ({ problem: "cannot be read" })),
    Effect.map((value) => [key, value] as const)
  )
}

const isLoopback = (url: string) => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname)

/** Least milliseconds that a verification takes in production, whatever its outcome. */
const leastFloorMs = 100

/** A refusal of settings that can each be used: it names the first of those that it reads. */
type Refusal = readonly [refused: boolean, reads: readonly [Key, ...Key[]], fix: string]

/**
 * What production refuses: everything by which a person, a number or a code could be let in that is not real.
 *
 * @rule D-22
 */
const refusedInProduction = (settings: ServerSettings): ReadonlyArray<Refusal> => [
  [settings.databaseUrl === undefined, ["databaseUrl"], "must be a postgres:// address in production"],
  [settings.idRanges === "sandbox", ["idRanges"], "must be live in production: sandbox numbers were never issued"],
  [
    settings.keyringFile === undefined,
    ["keyringFile"],
    "must name the file with the keys in production (to create it: new-keyring <file>)"
  ],
  [settings.smtpUrl === undefined, ["smtpUrl"], "must be set in production, which has no development inbox"],
  [
    !settings.publicBaseUrl.startsWith("https://") || isLoopback(settings.publicBaseUrl),
    ["publicBaseUrl"],
    "must be the https:// address that people reach in production"
  ],
  [
    settings.firstPartyOrigins.slice(1).some((origin) => !origin.startsWith("https://")),
    ["firstPartyOrigins"],
    "must all be https:// origins in production"
  ],
  [
    settings.smsUrl !== undefined && !settings.smsUrl.startsWith("https://"),
    ["smsUrl"],
    "must be an https:// address in production: the server sends the account's token there"
  ],
  [
    settings.refusalFloorMs < leastFloorMs,
    ["refusalFloorMs"],
    `must be ${leastFloorMs} or more in production: a faster refusal reveals which numbers exist`
  ]
]

const refusedTogether = (settings: ServerSettings): ReadonlyArray<Refusal> => [
  [
    settings.smsUrl !== undefined &&
      [settings.smsAccountSid, settings.smsAuthToken, settings.smsFrom].includes(undefined),
    ["smsUrl", "smsAccountSid", "smsAuthToken", "smsFrom"],
    "needs SMS_ACCOUNT_SID, SMS_AUTH_TOKEN and SMS_FROM"
  ],
  [
    settings.isDevelopment && !isLoopback(settings.publicBaseUrl),
    ["environment", "publicBaseUrl"],
    "is development, which serves only localhost: set it to production, or set a localhost PUBLIC_BASE_URL"
  ],
  ...(settings.isDevelopment ? [] : refusedInProduction(settings))
]

/** Reads one setting from the environment, for a command that needs no other. */
export const readSetting = <K extends Key>(key: K): Effect.Effect<Read[K], ServerConfigError> =>
  Effect.flatMap(read(key), ([, value]) =>
    isUnusable(value)
      ? Effect.fail(new ServerConfigError({ problems: [{ name: serverSettings[key].name, fix: value.problem }] }))
      : Effect.succeed(value as Read[K])
  )

/**
 * Reads settings from the environment (Effect's `ConfigProvider`), with every problem that they have.
 *
 * **Details**
 *
 * One that is not asked for, or that cannot be used, has the value that it has when it is absent. What settings refuse together
 * is a problem only if all of them were asked for and can be used.
 */
export const readSettings = (
  keys: ReadonlyArray<Key> = everyKey
): Effect.Effect<{ readonly settings: ServerSettings; readonly problems: ReadonlyArray<SettingProblem> }> =>
  Effect.gen(function* () {
    const values = yield* Effect.forEach(keys, read)
    const unusable = values.flatMap(([key, value]) => (isUnusable(value) ? [{ key, fix: value.problem }] : []))
    const usable = values.filter(([, value]) => !isUnusable(value))
    const absent = everyKey.map((key) => [key, serverSettings[key].read(undefined)] as const)

    const given = Object.fromEntries([...absent, ...usable]) as unknown as Read
    const isDevelopment = given.environment === "development"
    const settings: ServerSettings = {
      ...given,
      isDevelopment,
      host: given.host ?? (isDevelopment ? "127.0.0.1" : "::"),
      blocklistRefuses: given.blocklistRefuses ?? !isDevelopment,
      firstPartyOrigins: [...new Set([new URL(given.publicBaseUrl).origin, ...given.firstPartyOrigins])]
    }
    const isKnown = (key: Key) => keys.includes(key) && unusable.every((each) => each.key !== key)
    const refused = refusedTogether(settings).flatMap(([is, reads, fix]) =>
      is && reads.every(isKnown) ? [{ key: reads[0], fix }] : []
    )
    const problems = [...unusable, ...refused].map(({ key, fix }) => ({ name: serverSettings[key].name, fix }))
    return { settings, problems }
  })

/** Reads some settings, or all; fails with all their problems together. */
export const readSettingsOf = (keys?: ReadonlyArray<Key>): Effect.Effect<ServerSettings, ServerConfigError> =>
  Effect.flatMap(readSettings(keys), ({ problems, settings }) =>
    problems.length > 0 ? Effect.fail(new ServerConfigError({ problems })) : Effect.succeed(settings)
  )

/** Reads all settings from the environment, all problems together. */
export const readServerConfig: Effect.Effect<ServerSettings, ServerConfigError> = readSettingsOf()

/** The settings of this process. */
export class ServerConfig extends Context.Service<ServerConfig, ServerSettings>()("server/ServerConfig") {
  static readonly layer = Layer.effect(ServerConfig, readServerConfig)
}

/** The text of `--help`: every setting with its default and its sentence, printed from the table that reads them. */
export const settingsHelp = (): string =>
  Object.values(serverSettings)
    .map(({ name, fallback, sentence }) => `${name}  [${fallback}]\n    ${sentence}`)
    .join("\n")
