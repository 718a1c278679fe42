import type { LogonRequestView } from "@mtc-logon/core/logon-request"
import { existingPassword, typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { seedPeople } from "../../packages/server/src/dev/seedPeople.ts"
import { openHouse } from "../../packages/server/src/startHouse.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import type { FreshDatabase } from "../harness/freshDatabase.ts"
import { startSmtpSink } from "../harness/smtp.ts"
import type { SmtpSink } from "../harness/smtp.ts"
import { activationCodeIn, securityCodeIn } from "../journeys/codesIn.ts"
import { fixedKeyringFile } from "../journeys/fixedKeyring.ts"
import { overHttp } from "../journeys/overHttp.ts"
import { readSettings } from "../journeys/readSettings.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { startServer } from "./startServer.ts"
import type { StartedServer } from "./startServer.ts"

/** Milliseconds until a job of a process that died is done by another. */
const takenUpMs = 15_000

/** Production takes no number of the sandbox: these two are of an area that was closed when it was full. */
const personOf = (id: string, username: string): Person =>
  somebody("larry-mo", {
    id,
    wish: { username, email: `${username}@taxpayer.example`, phoneNumber: "(617) 887-6367" },
    contact: { ...somebody("larry-mo").contact, emails: [] }
  })
const anna = personOf("749999998", "anna.walker")
const ben = personOf("749999997", "ben.walker")

let database: FreshDatabase
let relay: SmtpSink
let environment: Readonly<Record<string, string>>
let settings: Awaited<ReturnType<typeof readSettings>>
const running = new Set<StartedServer>()

beforeAll(async () => {
  database = await freshDatabase(migrateDatabase)
  relay = await startSmtpSink()
  environment = {
    MTC_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "silent",
    DATABASE_URL: database.url,
    KEYRING_FILE: fixedKeyringFile(),
    SMTP_URL: relay.url,
    PUBLIC_BASE_URL: "https://mtc.example",
    MAIL_FROM: "NoReply@mtc.example"
  }
  settings = await readSettings(environment)
  const { runtime } = await openHouse(settings, { workers: "none" })
  await runtime.runPromise(seedPeople([anna, ben], existingPassword))
  await runtime.dispose()
})
afterAll(async () => {
  for (const server of running) await server.kill()
  await relay.stop()
  await database.drop()
})

const start = async (...command: ReadonlyArray<string>) => {
  const started = await startServer(environment, command)
  if (!("port" in started)) throw new Error(started.said)
  running.add(started)
  return started
}
const visitorAt = ({ port }: StartedServer) => visitorOf({ app: overHttp(port), settings: settings as never })

const mailsTo = (person: Person) => relay.received.filter(({ to }) => to.includes(person.wish.email))
const subjectsTo = (person: Person) => mailsTo(person).map(({ mail }) => mail.subject)
const mailTo = (person: Person, subject: RegExp) =>
  relay.waitFor(({ mail, to }) => to.includes(person.wish.email) && subject.test(mail.subject ?? ""), 30_000)

test("what `start --no-worker` took is done by `worker`, and by nobody before", async () => {
  const alone = await start("start", "--no-worker")
  const { request } = await visitorAt(alone).walk(anna)
  expect((await request.submit()).status).toBe(201)
  // It ends what it has begun: whatever it would send, it has sent.
  expect(await alone.stop()).toBe(0)
  expect(subjectsTo(anna)).toEqual([])

  const http = await start("start", "--no-worker")
  const worker = await start("worker")
  const approval = await mailTo(anna, /Approved/)
  // What the confirmation has people look for is where their mails come from.
  const shown = await visitorAt(http).call<LogonRequestView>("GET", `/v1/logon-requests/${request.id}`, {
    token: request.token
  })
  expect(shown.body.options.mailFrom).toBe("NoReply@mtc.example")
  expect(approval.from).toBe("NoReply@mtc.example")
  expect(subjectsTo(anna)).toEqual(["Registration Received", "Registration Approved"])

  const visitor = visitorAt(http)
  const logIn = await visitor.call<{ status: string }>("POST", "/v1/sessions", {
    body: {
      username: anna.wish.username,
      password: typedPassword,
      activationCode: activationCodeIn(approval.mail.text!)
    }
  })
  expect(logIn.body).toEqual({ status: "two_step_setup_required" })
  const added = await visitor.call<{ id: string }>("POST", "/v1/me/two-step-methods", {
    body: { kind: "email", target: anna.wish.email }
  })
  const code = securityCodeIn((await mailTo(anna, /code/)).mail.text!)
  const confirmed = await visitor.call("POST", `/v1/me/two-step-methods/${added.body.id}/confirm`, { body: { code } })
  expect(confirmed.status).toBe(200)
  for (const server of [worker, http]) expect(await server.stop()).toBe(0)
})

test("a mail that a killed worker was sending is sent by the next within 15 seconds, as the same message, and the approval after it", async () => {
  const http = await start("start", "--no-worker")
  const killed = await start("worker")
  relay.answer("silent", 1)
  const { request } = await visitorAt(http).walk(ben)
  expect((await request.submit()).status).toBe(201)
  await mailTo(ben, /Received/)
  await start("worker")
  const before = relay.received.length
  await killed.kill()
  const killedAt = performance.now()

  await relay.waitFor(
    (received) => relay.received.indexOf(received) >= before && /Received/.test(received.mail.subject!),
    150_000
  )
  expect(performance.now() - killedAt).toBeLessThan(takenUpMs)
  await mailTo(ben, /Approved/)
  expect(subjectsTo(ben)).toEqual(["Registration Received", "Registration Received", "Registration Approved"])
  const [first, again] = mailsTo(ben).map(({ mail }) => mail.messageId)
  expect(first).toMatch(/^<[^\s<>@]+@[^\s<>@]+>$/)
  expect(again).toBe(first)
})
