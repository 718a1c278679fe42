import { apiKeyScopes } from "@mtc-logon/core/partner"
import { answersOf } from "@mtc-logon/core/testing"
import { Effect } from "effect"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { canarySweep } from "../harness/canarySweep.ts"
import type { Canary, SweptText } from "../harness/canarySweep.ts"
import { newestMailTo } from "./approvedPerson.ts"
import { applicationOf } from "./applicationOf.ts"
import { activationCodeIn, securityCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"

const quincy = somebody("larry-mo", {
  id: "900127341",
  name: "QUINCY ZEPHYRUS",
  evidence: { verificationType: "amount", amountKind: "taxReturnAmount", amount: "7,318.46" },
  wish: { username: "quincy.zephyrus", email: "quincy.mailbox@kettle.example", phoneNumber: "(617) 555-0147" },
  returns: [
    {
      ...somebody("larry-mo").returns[0]!,
      filed: { incomeTaxAfterCredits: 731_846, refund: 421_977, amountDue: null, lineItem: null }
    }
  ],
  letters: [{ letterId: "L7730915526", kind: "sign-up", mailedOn: "2020-11-10", state: "live" }],
  contact: {
    address: ["QUINCY ZEPHYRUS", "17 Kettle Pond Way"],
    formerAddress: null,
    addressChangedOn: null,
    emails: ["old@kettle.example"]
  }
})
const password = "Kettle4Pond!"
const secretAnswer = "Wellfleet Harbor"
const codesTo = "codes.mailbox@pond.example"

/** What nobody may find anywhere. */
const secrets: Array<Canary> = [
  { name: "the number", value: "900-12-7341" },
  { name: "the amount", value: "7,318.46" },
  { name: "the amount in cents", value: "731846" },
  { name: "a wrong amount", value: "6,204.83" },
  { name: "the refund", value: "421977" },
  { name: "the letter ID", value: "L7730915526" },
  { name: "a wrong letter ID", value: "L8841026637" },
  { name: "the password", value: password },
  { name: "a wrong password", value: "Pebble9Beach?" },
  { name: "the secret answer", value: secretAnswer },
  { name: "the secret answer as it is compared", value: secretAnswer.toLowerCase() }
]
/** What its person may see, and whoever they write to. */
const personal: ReadonlyArray<Canary> = [
  { name: "the name", value: "QUINCY ZEPHYRUS" },
  { name: "the e-mail address", value: "quincy.mailbox@kettle.example" },
  { name: "the address for codes", value: codesTo },
  { name: "the address on file", value: "old@kettle.example" },
  { name: "the street", value: "17 Kettle Pond Way" },
  { name: "the phone number", value: "(617) 555-0147" },
  { name: "the phone number as it is kept", value: "+16175550147" },
  { name: "the PIN", value: "8391" }
]
/** Codes and tokens that were made on the way. */
const tokens: Array<Canary> = []

let house: House
const answers: Array<SweptText> = []
const problems: Array<SweptText> = []

/** A visitor whose answers are all kept. */
const recorded = (): Visitor => {
  const visitor = visitorOf({
    settings: house.settings,
    app: {
      request: async (path: string, init: RequestInit) => {
        const response = await house.app.request(path, init)
        const text = await response.clone().text()
        const headers = [...response.headers].filter(([name]) => name !== "set-cookie").map((pair) => pair.join(": "))
        const kept = {
          where: `${init.method} ${path.replaceAll(/[\da-f-]{36}/g, ":id")}`,
          text: `${headers.join("\n")}\n${text}`
        }
        answers.push(kept)
        if (response.status >= 400) problems.push(kept)
        return response
      }
    } as unknown as House["app"]
  })
  return visitor
}

const cookiesOf = (visitor: Visitor, where: string) => {
  for (const [name, value] of visitor.cookies) tokens.push({ name: `${name} ${where}`, value })
}

/** The whole walk, to the second log-in, with all that can go wrong on the way. */
const walkAll = async () => {
  const visitor = recorded()
  const request = await visitor.open()
  tokens.push({ name: "the bearer token", value: request.token })
  for (const { step, text } of answersOf(quincy)) {
    if (step === "tax-amount") {
      await request.answer(step, { amountKind: "taxReturnAmount", amount: "6,204.83" })
      await request.answer("verification-type", { verificationType: "letterId" })
      await request.answer("letter-id", { letterId: "L8841026637" })
      await request.answer("letter-id", { letterId: "L7730915526" })
      await request.answer("verification-type", { verificationType: "amount" })
    }
    if (step === "profile") await request.answer(step, { ...text, pin: "8391x" })
    const typed = {
      ...text,
      ...(step === "logon" && { password, confirmPassword: password, secretAnswer }),
      ...(step === "profile" && { pin: "8391" })
    }
    expect((await request.answer(step, typed as never)).status).toBe(200)
  }
  await request.submit()
  await request.submit()
  await request.read()
  await house.drain()
  const activationCode = activationCodeIn(newestMailTo(house, quincy.wish.email))
  tokens.push({ name: "the activation code", value: activationCode })
  const credentials = { username: quincy.wish.username, password }
  const logIn = (more: object) => visitor.call("POST", "/v1/sessions", { body: { ...credentials, ...more } })
  await logIn({ password: "Pebble9Beach?", activationCode })
  await logIn({})
  await logIn({ activationCode })
  cookiesOf(visitor, "after the password")
  const { body } = await visitor.call<{ id: string }>("POST", "/v1/me/two-step-methods", {
    body: { kind: "email", target: codesTo }
  })
  await house.drain()
  const first = securityCodeIn(newestMailTo(house, codesTo))
  tokens.push({ name: "the first security code", value: first })
  await visitor.call("POST", `/v1/me/two-step-methods/${body.id}/confirm`, { body: { code: "999999" } })
  await visitor.call("POST", `/v1/me/two-step-methods/${body.id}/confirm`, { body: { code: first } })
  cookiesOf(visitor, "after the first code")
  await visitor.call("GET", "/v1/me")
  await visitor.call("DELETE", "/v1/sessions/current")
  house.clock.advance("1 hour")
  await logIn({})
  await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: body.id } })
  await house.drain()
  const second = securityCodeIn(newestMailTo(house, codesTo))
  tokens.push({ name: "the second security code", value: second })
  await visitor.call("POST", "/v1/sessions/current/security-codes/confirm", {
    body: { code: second, trustDevice: true }
  })
  cookiesOf(visitor, "after the second code")
  // And somebody who guesses at the same number until it is locked.
  const guesser = recorded()
  for (let at = 0; at < 7; at++) {
    const evidence = { ...quincy.evidence, amount: `6,20${at}.83` } as typeof quincy.evidence
    await guesser.walk({ ...quincy, evidence }, "profile")
  }
}

/** An application that asks about the same number, on record and in a simulation, and staff who look at what came of it. */
const askAll = async () => {
  const application = await applicationOf(
    {
      ...house,
      app: {
        request: async (path: string, init: RequestInit) => {
          const response = await house.app.request(path, init)
          const where = `${init.method} ${path.replaceAll(/[\da-f-]{36}/g, ":id")}`
          const kept = { where, text: await response.clone().text() }
          answers.push(kept)
          if (response.status >= 400) problems.push(kept)
          return response
        }
      } as unknown as House["app"]
    },
    apiKeyScopes
  )
  tokens.push({ name: "the API key", value: application.key })
  const claim = {
    taxpayerType: "individual",
    idType: "SSN",
    id: quincy.id,
    accountType: "personal-income-tax",
    kind: "letterId",
    amount: null,
    letterId: "L7730915526"
  }
  const inCase = { "case-number": "CASE-1" }
  const ask = (more: object) => application.post<{ id: string }>("/v1/decisions", { question: "verification", ...more })
  const { body } = await ask({ mode: "authoritative", facts: { claim } })
  await ask({ mode: "authoritative", facts: { claim: { ...claim, letterId: "L8841026637" } } })
  await ask({ mode: "authoritative", facts: { claim: { ...claim, amount: "7,318.46" } } })
  await ask({ mode: "simulation", detail: "full", facts: { claim } })
  await application.get(`/v1/decisions/${body.id}`, inCase)
  await application.post(`/v1/decisions/${body.id}/replay`, undefined, inCase)
  await application.get(`/v1/decisions/${body.id}/receipt`)
}

/** Every row of every table, those of the job queue too, as text; bytes in hex. */
const dump = () =>
  house.runtime.runPromise(
    Effect.gen(function* () {
      const { run } = yield* Database
      const ask = (text: string) =>
        run((db) => db.execute(sql.raw(text)) as PromiseLike<unknown>) as Effect.Effect<{
          readonly rows: ReadonlyArray<Record<string, string>>
        }>
      const tables = yield* ask(
        "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'pgboss')"
      )
      return yield* Effect.forEach(tables.rows, ({ name = "" }) =>
        Effect.map(ask(`select row_to_json(t)::text as line from ${name} t`), ({ rows }) => ({
          where: `table ${name}`,
          text: rows.map(({ line }) => line).join("\n")
        }))
      )
    })
  )

let rows: ReadonlyArray<SweptText>
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: [quincy] })
  await walkAll()
  await askAll()
  rows = await dump()
})
afterAll(() => house.close())

describe("after the whole walk of somebody, and a lock of their number,", () => {
  test("no table has a number, an amount, a password, a PIN, an answer, a name, an address, a code or a token in clear", () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ text }) => text !== "").length).toBeGreaterThan(15)
    expect(canarySweep(rows, [...secrets, ...personal, ...tokens])).toEqual([])
    // The sweep sees: a username is kept as it was typed.
    expect(canarySweep(rows, [{ name: "the username", value: quincy.wish.username }])).not.toEqual([])
  })

  test("the log has none of them either, and no username or confirmation number", () => {
    expect(house.lines.length).toBeGreaterThan(30)
    const more = [
      { name: "the username", value: quincy.wish.username },
      { name: "the confirmation number", value: "0-704-061-440" }
    ]
    const log = [{ where: "the log", text: house.lines.join("\n") }]
    expect(canarySweep(log, [...secrets, ...personal, ...tokens, ...more])).toEqual([])
  })

  test("a line of the log has no address of a request: its pattern alone", () => {
    const said = house.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(said.filter(({ route }) => /[\da-f]{8}-/.test(String(route)))).toEqual([])
    expect(new Set(said.flatMap(Object.keys))).toEqual(
      new Set(["level", "time", "pid", "hostname", "method", "route", "status", "ms", "requestId"])
    )
  })

  test("the audit trail names nobody", async () => {
    const trail = [{ where: "the audit trail", text: JSON.stringify(await house.audit()) }]
    const name = { name: "the username", value: quincy.wish.username }
    expect(canarySweep(trail, [...secrets, ...personal, ...tokens, name])).toEqual([])
  })

  test("no problem repeats anything", () => {
    expect(problems.length).toBeGreaterThan(10)
    expect(canarySweep(problems, [...secrets, ...personal, ...tokens])).toEqual([])
  })

  test("no answer has a secret of theirs, or a code or token but the one that it was made to tell", () => {
    const others = tokens.filter(({ name }) => name !== "the bearer token")
    expect(canarySweep(answers, [...secrets, ...others])).toEqual([])
    const bearer = tokens.filter(({ name }) => name === "the bearer token")
    expect(canarySweep(answers.slice(1), bearer)).toEqual([])
    const pin = personal.filter(({ name }) => name === "the PIN")
    expect(canarySweep(answers, pin)).toEqual(["the PIN as plain in POST /v1/logon-requests/:id/submit"])
  })

  test("a mail has its own link or code, and nothing else that is secret", () => {
    const mails = house.mails
      .filter(({ to }) => [quincy.wish.email, codesTo].includes(to.address))
      .map(({ rendered }) => ({
        where: rendered.subject,
        text: [rendered.subject, rendered.text, rendered.html].join("\n")
      }))
    expect(mails.map(({ where }) => where)).toEqual([
      "Registration Received",
      "Registration Approved",
      expect.any(String),
      expect.any(String)
    ])
    const pin = personal.filter(({ name }) => name === "the PIN")
    expect(canarySweep(mails, [...secrets, ...pin])).toEqual([])
    const found = canarySweep(mails, tokens).map((line) => line.replace(/ as .* in /, " in "))
    expect(new Set(found)).toEqual(
      new Set([
        "the activation code in Registration Approved",
        `the first security code in ${mails[2]!.where}`,
        `the second security code in ${mails[3]!.where}`
      ])
    )
  })
})
