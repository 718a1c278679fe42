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

const read = (key: keyof typeof serverSettings) => {
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

/**
 * What production refuses: everything by which a person, a number or a code could be let in that is not real.
 *
 * @rule D-22
 */
const refusedInProduction = (settings: ServerSettings): ReadonlyArray<SettingProblem> => {
  const refusals: ReadonlyArray<readonly [boolean, string, string]> = [
    [settings.databaseUrl === undefined, "DATABASE_URL", "must be a postgres:// address in production"],
    [settings.idRanges === "sandbox", "ID_RANGES", "must be live in production: sandbox numbers were never issued"],
    [
      settings.keyringFile === undefined,
      "KEYRING_FILE",
      "must name the file with the keys in production (to create it: new-keyring <file>)"
    ],
    [settings.smtpUrl === undefined, "SMTP_URL", "must be set in production, which has no development inbox"],
    [
      !settings.publicBaseUrl.startsWith("https://") || isLoopback(settings.publicBaseUrl),
      "PUBLIC_BASE_URL",
      "must be the https:// address that people reach in production"
    ],
    [
      settings.firstPartyOrigins.slice(1).some((origin) => !origin.startsWith("https://")),
      "FIRST_PARTY_ORIGINS",
      "must all be https:// origins in production"
    ],
    [
      settings.smsUrl !== undefined && !settings.smsUrl.startsWith("https://"),
      "SMS_URL",
      "must be an https:// address in production: the server sends the account's token there"
    ],
    [
      settings.refusalFloorMs < leastFloorMs,
      "REFUSAL_FLOOR_MS",
      `must be ${leastFloorMs} or more in production: a faster refusal reveals which numbers exist`
    ]
  ]
  return refusals.flatMap(([refused, name, fix]) => (refused ? [{ name, fix }] : []))
}

const refusedTogether = (settings: ServerSettings): ReadonlyArray<SettingProblem> => {
  const smsIncomplete = [settings.smsAccountSid, settings.smsAuthToken, settings.smsFrom].includes(undefined)
  return [
    ...(settings.smsUrl !== undefined && smsIncomplete
      ? [{ name: "SMS_URL", fix: "needs SMS_ACCOUNT_SID, SMS_AUTH_TOKEN and SMS_FROM" }]
      : []),
    ...(settings.isDevelopment && !isLoopback(settings.publicBaseUrl)
      ? [
          {
            name: "MTC_ENV",
            fix: "is development, which serves only localhost: set it to production, or set a localhost PUBLIC_BASE_URL"
          }
        ]
      : []),
    ...(settings.isDevelopment ? [] : refusedInProduction(settings))
  ]
}

/** Reads one setting from the environment, for a command that needs no other. */
export const readSetting = <K extends keyof typeof serverSettings>(key: K): Effect.Effect<Read[K], ServerConfigError> =>
  Effect.flatMap(read(key), ([, value]) =>
    isUnusable(value)
      ? Effect.fail(new ServerConfigError({ problems: [{ name: serverSettings[key].name, fix: value.problem }] }))
      : Effect.succeed(value as Read[K])
  )

/** Reads the settings from the environment (Effect's `ConfigProvider`), all problems together. */
export const readServerConfig: Effect.Effect<ServerSettings, ServerConfigError> = Effect.gen(function* () {
  const values = yield* Effect.forEach(Object.keys(serverSettings) as Array<keyof typeof serverSettings>, read)
  const problems = values.flatMap(([key, value]) =>
    isUnusable(value) ? [{ name: serverSettings[key].name, fix: value.problem }] : []
  )
  if (problems.length > 0) return yield* new ServerConfigError({ problems })

  const given = Object.fromEntries(values) as unknown as Read
  const isDevelopment = given.environment === "development"
  const settings: ServerSettings = {
    ...given,
    isDevelopment,
    host: given.host ?? (isDevelopment ? "127.0.0.1" : "::"),
    blocklistRefuses: given.blocklistRefuses ?? !isDevelopment,
    firstPartyOrigins: [...new Set([new URL(given.publicBaseUrl).origin, ...given.firstPartyOrigins])]
  }
  const refused = refusedTogether(settings)
  return refused.length > 0 ? yield* new ServerConfigError({ problems: refused }) : settings
})

/** The settings of this process. */
export class ServerConfig extends Context.Service<ServerConfig, ServerSettings>()("server/ServerConfig") {
  static readonly layer = Layer.effect(ServerConfig, readServerConfig)
}

/** The text of `--help`: every setting with its default and its sentence, printed from the table that reads them. */
export const settingsHelp = (): string =>
  Object.values(serverSettings)
    .map(({ name, fallback, sentence }) => `${name}  [${fallback}]\n    ${sentence}`)
    .join("\n")
