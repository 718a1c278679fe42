import { existingPassword, peopleAt } from "@mtc-logon/core/testing"
import { asc } from "drizzle-orm"
import { Duration, Effect, Layer, ManagedRuntime, Redacted } from "effect"
import pino from "pino"
import type { PasswordHasher } from "@mtc-logon/core/logon"
import type { PostalLetter, TextMessage } from "@mtc-logon/core/notices"
import type { Person } from "@mtc-logon/core/testing"
import { createApp } from "../../packages/server/src/app.ts"
import type { App } from "../../packages/server/src/app.ts"
import type { Mail } from "../../packages/server/src/channels/Mailer.ts"
import { auditTable } from "../../packages/server/src/database/auditTable.ts"
import { Database } from "../../packages/server/src/database/Database.ts"
import { embeddedLayer, postgresLayer } from "../../packages/server/src/database/databaseLayer.ts"
import { migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { openDevelopment } from "../../packages/server/src/dev/openDevelopment.ts"
import { effectLogLayer } from "../../packages/server/src/http/logging.ts"
import type { Audit } from "../../packages/server/src/audit/Audit.ts"
import { Jobs } from "../../packages/server/src/jobs/Jobs.ts"
import type { Ports } from "../../packages/server/src/routes/Ports.ts"
import type { Derived } from "../../packages/server/src/secrets/Derived.ts"
import type { Digests } from "../../packages/server/src/secrets/Digests.ts"
import type { Sealing } from "../../packages/server/src/secrets/Sealing.ts"
import type { ServerSettings } from "../../packages/server/src/ServerConfig.ts"
import { Workers } from "../../packages/server/src/jobs/Workers.ts"
import { houseLayer, workers } from "../../packages/server/src/layers.ts"
import { seedPeople } from "../../packages/server/src/dev/seedPeople.ts"
import { secretsLayer } from "../../packages/server/src/secrets/secretsLayer.ts"
import { ServerConfig } from "../../packages/server/src/ServerConfig.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import { answerCheck } from "./answerCheck.ts"
import { fixedIds } from "./fixedIds.ts"
import { fixedKeyringFile } from "./fixedKeyring.ts"
import type { MovableClock } from "./movableClock.ts"
import { goldenInstant, movableClock } from "./movableClock.ts"
import { readSettings } from "./readSettings.ts"

/** What a test house is opened with. */
export interface HouseOptions {
  /** A database of its own on the real PostgreSQL, unless said. */
  readonly database?: "postgres" | "embedded"
  /** Settings by name, over those of a development house without limits in the way. */
  readonly settings?: Readonly<Record<string, string>>
  readonly ids?: "fixed" | "random"
  /** Another way to its PostgreSQL than the straight one. */
  readonly reach?: (databaseUrl: string) => string | Promise<string>
  /** Milliseconds that a call waits for a lock at most; as in production, unless said. */
  readonly waitMs?: number
  /** What the clock shows at first; the moment of the walk-through, unless said. */
  readonly from?: string
  /** Others on file besides everybody of the sandbox. */
  readonly alsoOnFile?: ReadonlyArray<Person>
  /** With the tools of a development house: its inbox, its phone, its post. */
  readonly tools?: boolean
}

/** The least that argon2id takes: what a journey tests is not what a guess costs. */
const cheapestHash = { memoryCost: 8, timeCost: 1, parallelism: 1 }

const settingsOf = (settings: Readonly<Record<string, string>>) => ({
  MTC_ENV: "development",
  ID_RANGES: "sandbox",
  DATA_DIR: "memory://",
  KEYRING_FILE: fixedKeyringFile(),
  REFUSAL_FLOOR_MS: "0",
  LIMIT_VERIFY_PER_IP_PER_HOUR: "100000",
  LIMIT_VERIFY_PER_IP_PER_DAY: "100000",
  LIMIT_VERIFY_PER_NETWORK_PER_DAY: "100000",
  LIMIT_DRAFTS_PER_IP_PER_HOUR: "100000",
  LIMIT_LOGIN_PER_IP_PER_MINUTE: "100000",
  LIMIT_ACTIVATION_PER_IP_PER_HOUR: "100000",
  LIMIT_CODES_PER_IP_PER_FIVE_MINUTES: "100000",
  LIMIT_RECOVERY_PER_IP_PER_HOUR: "100000",
  LIMIT_LETTERS_PER_IP_PER_HOUR: "100000",
  LIMIT_REQUESTS_PER_IP_PER_MINUTE: "100000",
  LIMIT_LOGONS_PER_EMAIL_PER_30_DAYS: "100000",
  LIMIT_LOGONS_PER_PHONE_PER_30_DAYS: "100000",
  ...settings
})

/** What a test may ask of a house besides its routes. */
type HousePorts = Ports | Derived | Digests | Sealing | Jobs | Audit | PasswordHasher

/** A house that is open. */
export interface House {
  readonly app: App
  readonly runtime: ManagedRuntime.ManagedRuntime<HousePorts, unknown>
  readonly clock: MovableClock
  readonly mails: Array<Mail>
  /** Text messages, oldest first. */
  readonly texts: Array<TextMessage>
  /** Letters, oldest first. */
  readonly letters: Array<PostalLetter>
  /** Lines of the log, JSON. */
  readonly lines: Array<string>
  readonly settings: ServerSettings
  /** Does every job that is due; how many. */
  readonly drain: () => Promise<number>
  /** Brings the jobs that wait nearer by so long. */
  readonly hasten: (by: Duration.Input) => Promise<void>
  /** What has happened, as the audit trail keeps it, in order. */
  readonly audit: () => Promise<ReadonlyArray<{ readonly at: string; readonly type: string; readonly detail: unknown }>>
  readonly close: () => Promise<void>
}

/**
 * A whole house, with everybody of the sandbox on file, a clock that stands still, and its mails and log lines at hand.
 *
 * **Details**
 *
 * On PostgreSQL it is two, as `start --no-worker` and `worker` are: one serves HTTP and sends nothing, another does the jobs.
 * They share the database, the clock and the ids, and nothing else. The embedded database belongs to one process.
 */
export const openHouse = async ({
  alsoOnFile = [],
  from = goldenInstant,
  database = "postgres",
  ids = "fixed",
  reach = (databaseUrl) => databaseUrl,
  settings = {},
  tools = false,
  waitMs
}: HouseOptions = {}): Promise<House> => {
  const clock = movableClock(from)
  const mails: Mail[] = []
  const texts: TextMessage[] = []
  const letters: PostalLetter[] = []
  const lines: string[] = []
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) })
  const fresh = database === "postgres" ? await freshDatabase(migrateDatabase) : undefined

  const serverSettings = await readSettings(settingsOf(settings))
  const development = tools ? openDevelopment() : undefined

  const url = fresh && Redacted.make(await reach(fresh.url))
  const idsOfAll = ids === "fixed" && { ids: fixedIds() }
  const makeRuntime = (ways: Pick<NonNullable<Parameters<typeof houseLayer>[0]>, "inbox" | "phone" | "post">) =>
    ManagedRuntime.make(
      workers.idle.pipe(
        Layer.provideMerge(
          houseLayer({
            ...ways,
            on: {
              database: url === undefined ? embeddedLayer("memory://") : postgresLayer(url, 10, waitMs),
              secrets: secretsLayer(cheapestHash),
              ...idsOfAll
            }
          })
        ),
        Layer.provideMerge(Layer.succeed(ServerConfig, serverSettings)),
        Layer.provideMerge(effectLogLayer(log)),
        Layer.provideMerge(clock.layer)
      )
    )
  const jobsRuntime = makeRuntime({
    inbox: [(mail) => Effect.sync(() => void mails.push(mail)), ...(development ? [development.deliver] : [])],
    post: [
      (letter) => Effect.sync(() => void letters.push(letter)),
      ...(development ? [development.deliverLetter] : [])
    ],
    phone: [(text) => Effect.sync(() => void texts.push(text)), ...(development ? [development.deliverText] : [])]
  })
  const lies: Error[] = []
  const sendsNothing = () => Effect.sync(() => void lies.push(new Error("The process that serves HTTP sent something")))
  const runtime =
    url === undefined
      ? jobsRuntime
      : makeRuntime({ inbox: [sendsNothing], post: [sendsNothing], phone: [sendsNothing] })
  await Promise.all([runtime.context(), jobsRuntime.context()])
  const app = await createApp(runtime, log, development)
  // Every answer of every journey is held against the OpenAPI document, whoever asks: a test, a browser, another program.
  const answered = app.fetch
  app.fetch = async (request, ...rest) => {
    const response = await answered(request, ...rest)
    if (request.headers.get("upgrade") === "websocket") return response
    await answerCheck(request.method, request.url, response).catch((lie: Error) => {
      lies.push(lie)
      throw lie
    })
    return response
  }
  await runtime.runPromise(seedPeople([...peopleAt("2020-11-20"), ...alsoOnFile], existingPassword))

  return {
    app,
    runtime,
    clock,
    mails,
    texts,
    letters,
    lines,
    settings: serverSettings,
    drain: () => jobsRuntime.runPromise(Effect.flatMap(Workers, ({ drain }) => drain)),
    hasten: (by) => runtime.runPromise(Effect.flatMap(Jobs, ({ hasten }) => hasten(Duration.fromInputUnsafe(by)))),
    audit: () =>
      runtime.runPromise(
        Effect.gen(function* () {
          const { run } = yield* Database
          const rows = yield* run((db) => db.select().from(auditTable).orderBy(asc(auditTable.seq)))
          return rows.map(({ at, detail, type }) => ({ at: at.toISOString(), type, detail }))
        })
      ),
    close: async () => {
      await runtime.dispose()
      await jobsRuntime.dispose()
      await fresh?.drop()
      if (lies.length > 0) throw new AggregateError(lies, lies.map(({ message }) => message).join("\n"))
    }
  }
}
