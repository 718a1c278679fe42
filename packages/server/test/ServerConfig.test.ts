import { ConfigProvider, Effect, Redacted } from "effect"
import { describe, expect, test } from "vitest"
import { readServerConfig, settingsHelp } from "../src/ServerConfig.ts"
import { serverSettings } from "../src/serverSettings.ts"

const read = (environment: Record<string, string>) =>
  Effect.runPromise(
    readServerConfig.pipe(
      Effect.provideService(ConfigProvider.ConfigProvider, ConfigProvider.fromUnknown(environment)),
      Effect.result
    )
  )

const settingsOf = async (environment: Record<string, string>) => {
  const result = await read(environment)
  if (result._tag === "Failure") throw result.failure
  return result.success
}

const problemsOf = async (environment: Record<string, string>) => {
  const result = await read(environment)
  return result._tag === "Failure" ? result.failure.problems.map(({ name }) => name) : []
}

const production = {
  MTC_ENV: "production",
  PUBLIC_BASE_URL: "https://mtc.example",
  DATABASE_URL: "postgres://mtc@db.example/mtc",
  KEYRING_FILE: "/run/keys/keyring.json",
  SMTP_URL: "smtps://relay.example",
  SMS_URL: "https://sms.example",
  SMS_ACCOUNT_SID: "AC1",
  SMS_AUTH_TOKEN: "hush",
  SMS_FROM: "+16175550100",
  POST_DIR: "/var/post"
}

describe("the settings of the server", () => {
  test("development needs nothing but its name", async () => {
    const settings = await settingsOf({ MTC_ENV: "development" })
    expect(settings).toMatchObject({
      port: 8787,
      host: "127.0.0.1",
      idRanges: "live",
      blocklistRefuses: false,
      mailFrom: "MTCNoReply@dor.state.ma.us",
      firstPartyOrigins: ["http://localhost:8787"]
    })
  })

  test("an empty environment is production, and everything that it lacks is named at once", async () => {
    expect(await problemsOf({})).toEqual(["DATABASE_URL", "KEYRING_FILE", "SMTP_URL", "PUBLIC_BASE_URL"])
  })

  test("a whole production environment is accepted, and well-known passwords are refused there", async () => {
    const settings = await settingsOf(production)
    expect(settings.blocklistRefuses).toBe(true)
    expect(settings.firstPartyOrigins).toEqual(["https://mtc.example"])
  })

  test.each([
    { change: { ID_RANGES: "sandbox" }, names: ["ID_RANGES"] },
    { change: { PUBLIC_BASE_URL: "http://mtc.example" }, names: ["PUBLIC_BASE_URL"] },
    { change: { FIRST_PARTY_ORIGINS: "http://other.example" }, names: ["FIRST_PARTY_ORIGINS"] },
    { change: { PUBLIC_BASE_URL: "https://localhost" }, names: ["PUBLIC_BASE_URL"] },
    { change: { DATABASE_URL: "mysql://db.example" }, names: ["DATABASE_URL"] },
    { change: { SMS_URL: "http://sms.example" }, names: ["SMS_URL"] },
    { change: { REFUSAL_FLOOR_MS: "0" }, names: ["REFUSAL_FLOOR_MS"] },
    { change: { SMS_FROM: "" }, names: ["SMS_URL"] },
    { change: { MTC_ENV: "development" }, names: ["MTC_ENV"] }
  ])("production with $change is refused for $names", async ({ change, names }) => {
    expect(await problemsOf({ ...production, ...change })).toEqual(names)
  })

  test.each([
    { PORT: "-1" },
    { PORT: "99999" },
    { PORT: "80a" },
    { LIMIT_LOGIN_PER_IP_PER_MINUTE: "0" },
    { LIMIT_LOGIN_PER_IP_PER_MINUTE: "99999999999" },
    { LIMIT_VERIFY_PER_IP_PER_DAY: "1e3" },
    { FIRST_PARTY_ORIGINS: "https://a.example/path" },
    { FIRST_PARTY_ORIGINS: "https://*.example" },
    { TRUSTED_PROXIES: "10.0.0.0/33" },
    { TRUSTED_PROXIES: "everybody" },
    { TRUSTED_PROXIES: "999.0.0.1" },
    { TRUSTED_PROXIES: "10.0.0.0/8/8" },
    { TRUSTED_PROXIES: "0.0.0.0/0" },
    { TRUSTED_PROXIES: "::/0" },
    { TRUSTED_PROXIES: "0.0.0.0/1,128.0.0.0/1" },
    { TRUSTED_PROXIES: "::/1, 8000::/1" },
    { TRUSTED_PROXIES: "2000::/3" },
    { TRUSTED_PROXIES: "::ffff:0:0/96" },
    { TRUSTED_PROXIES: "::ffff:0.0.0.0/97,::ffff:8000:0/97" },
    { TRUSTED_PROXIES: Array.from({ length: 256 }, (_, at) => `${at}.0.0.0/8`).join() },
    { SHARED_NETWORKS: "0.0.0.0/0" },
    { MAIL_FROM: "nobody" },
    { MAIL_FROM: "MassTaxConnect <no-reply@mtc.example>" },
    { MAIL_FROM: "no-reply@mtc.example, other@mtc.example" },
    { MAIL_FROM: "no-reply@mtc.example\r\nBcc: other@mtc.example" },
    { MAIL_FROM: "no-reply@mtc.example\n" },
    { SMTP_URL: "smtp://" },
    { SMTP_URL: "smtp://user:%zz@relay.example" },
    { DATABASE_URL: "postgres://" },
    { DATABASE_URL: "postgres://db.example" },
    { SMS_URL: "sms.example" },
    { SMS_URL: "https://someone@sms.example" },
    { SMS_FROM: "+1617\n5550100" },
    { SMS_MAX_PER_DAY: "-1" },
    { DATABASE_POOL: "0" },
    { HASH_QUEUE: "0" },
    { LIMIT_VERIFY_PER_DRAFT: "-5" },
    { PUBLIC_BASE_URL: "ftp://mtc.example" },
    { LOG_LEVEL: "loud" },
    { SMTP_URL: "relay.example" },
    { PASSWORD_BLOCKLIST_REFUSES: "maybe" }
  ])("nonsense is refused by name: %o", async (nonsense) => {
    expect(await problemsOf({ MTC_ENV: "development", ...nonsense })).toEqual(Object.keys(nonsense))
  })

  test.each([
    { TRUSTED_PROXIES: "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 127.0.0.1, ::1, fc00::/7" },
    { TRUSTED_PROXIES: "104.16.0.0/13,162.158.0.0/15,2400:cb00::/32,2a06:98c0::/29" },
    { TRUSTED_PROXIES: "::ffff:10.0.0.0/104" },
    { MAIL_FROM: "no-reply@mtc.example" },
    { SMTP_URL: "smtps://us%40er:pass@relay.example:465" },
    { DATABASE_URL: "postgresql:///mtc?host=/var/run/postgresql" },
    { SMS_FROM: "72345" }
  ])("what a house may well have is taken: %o", async (given) => {
    expect(await problemsOf({ MTC_ENV: "development", ...given })).toEqual([])
  })

  test.each(Object.values(serverSettings).filter(({ name }) => name.startsWith("LIMIT_")))(
    "$name is never zero or less, and never without end",
    async ({ name }) => {
      for (const value of ["0", "-1", "1e9", "Infinity"])
        expect(await problemsOf({ MTC_ENV: "development", [name]: value })).toEqual([name])
    }
  )

  test("all problems are told together, and none repeats what was given", async () => {
    const result = await read({ MTC_ENV: "development", PORT: "eighty", LOG_LEVEL: "loud" })
    const message = result._tag === "Failure" ? result.failure.message : ""
    expect(message).toContain("PORT must be a whole number")
    expect(message).toContain("LOG_LEVEL must be one of")
    expect(message).not.toMatch(/eighty|loud/)
  })

  test("a secret prints as redacted", async () => {
    const settings = await settingsOf(production)
    expect(JSON.stringify(settings)).not.toContain("hush")
    expect(Redacted.isRedacted(settings.smsAuthToken)).toBe(true)
  })

  test("help lists every setting with its default and a sentence", () => {
    const help = settingsHelp()
    for (const { name } of Object.values(serverSettings)) expect(help).toContain(`${name}  [`)
    expect(help).toContain("PORT  [8787]")
  })
})
