import { assert } from "@effect/vitest"
import { decideOnRecord } from "@mtc-logon/core/decisions"
import { logIn, requireSession } from "@mtc-logon/core/login"
import type { Session } from "@mtc-logon/core/login"
import { answerStep, LogonRequests, processLogonRequest, submitLogonRequest } from "@mtc-logon/core/logon-request"
import type { LogonRequestKey } from "@mtc-logon/core/logon-request"
import { existingPassword, typedPassword } from "@mtc-logon/core/testing"
import { addTwoStepMethod, confirmSecondStep, confirmSecurityCode } from "@mtc-logon/core/two-step"
import { and, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Redacted, Result } from "effect"
import { generateSync } from "otplib"
import { accessGrantTable as grants } from "../../src/database/accessGrantTable.ts"
import { activationCodeTable as codes } from "../../src/database/logonRequestTable.ts"
import { auditTable as audit } from "../../src/database/auditTable.ts"
import { Database } from "../../src/database/Database.ts"
import { decisionTable as decisions } from "../../src/database/decisionTable.ts"
import { logonTable as logons, securityCodeTable as securityCodes } from "../../src/database/logonTable.ts"
import { seedPeople } from "../../src/dev/seedPeople.ts"
import { Derived } from "../../src/secrets/Derived.ts"
import { Digests } from "../../src/secrets/Digests.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, atOnce, golden, openAtSummary, people, personOf, proofBy, stores } from "./stores.ts"

/** Where every claim here comes from. */
const network = "203.0.113.7"

const larry = personOf("larry-mo")

/** How often each answer was given. */
const tally = (answers: ReadonlyArray<string>): Readonly<Record<string, number>> => {
  const counted: Record<string, number> = {}
  for (const answer of answers) counted[answer] = (counted[answer] ?? 0) + 1
  return counted
}

const outcomeOf = <A, E>(result: Result.Result<A, E>, ofSuccess: (success: A) => string): string => {
  if (Result.isSuccess(result)) return ofSuccess(result.success)
  const { failure } = result as { readonly failure: { readonly reason?: { readonly _tag: string } } }
  return failure.reason?._tag ?? String(failure)
}

const logonOf = (username: string) =>
  Effect.gen(function* () {
    const { run } = yield* Database
    const [row] = yield* run((db) => db.select().from(logons).where(eq(logons.username, username)))
    return row!
  })

const browser = { name: { browser: "firefox", system: "linux" }, isKnown: true } as const

const challengeOf = ({ id, level, logonId, passwordAt }: Session) => ({
  logonId,
  sessionId: id,
  level,
  passwordAt,
  browser
})

/** Submits for a person under a username, and approves. */
const approved = Effect.fnUntraced(function* (story: string, username: string) {
  const key = yield* openAtSummary(personOf(story), username)
  yield* submitLogonRequest(key)
  yield* processLogonRequest(key.id)
  const { run } = yield* Database
  const { id } = yield* logonOf(username)
  const [code] = yield* run((db) => db.select().from(codes).where(eq(codes.logonId, id)))
  return { id, link: (yield* Derived).linkToken("activation", code!.id) }
})

onBothDatabases(
  "fifty at once",
  stores,
  (it) => {
    const setup = Effect.andThen(atGolden, seedPeople(people, existingPassword))

    it.effect("submits of one request make one logon and one receipt; one of them shows the PIN", () =>
      Effect.gen(function* () {
        yield* setup
        const { run } = yield* Database
        const key = yield* openAtSummary(larry)
        const results = yield* atOnce(50, () => submitLogonRequest(key))
        const receipts = results.map((result) => Result.getOrThrow(result))
        assert.strictEqual(new Set(receipts.map(({ confirmationNumber }) => confirmationNumber)).size, 1)
        assert.strictEqual(receipts.filter((receipt) => "pin" in receipt).length, 1)
        const made = yield* run((db) => db.select().from(logons).where(eq(logons.username, larry.wish.username)))
        assert.strictEqual(made.length, 1)
      })
    )

    it.effect("drafts with one username, in capitals and in full width, give it to one", () =>
      Effect.gen(function* () {
        yield* atGolden
        const spellings = ["same.name", "SAME.NAME", "Same.Name", "ｓａｍｅ.ｎａｍｅ", "SAME.name"]
        const keys = yield* Effect.forEach(Array.from({ length: 50 }), (_, at) =>
          openAtSummary({ ...larry, id: `9001250${String(at).padStart(2, "0")}` }, spellings[at % 5]!)
        )
        const results = yield* atOnce(50, (at) => submitLogonRequest(keys[at]!))
        assert.deepStrictEqual(tally(results.map((result) => outcomeOf(result, () => "won"))), { won: 1, Issues: 49 })
      })
    )

    it.effect("drafts for one taxpayer make one Master Administrator and forty-nine Tax Administrators", () =>
      Effect.gen(function* () {
        yield* atGolden
        const { run } = yield* Database
        const person = personOf("rita-refund")
        const keys = yield* Effect.forEach(Array.from({ length: 50 }), (_, at) => openAtSummary(person, `rita.${at}`))
        const results = yield* atOnce(50, (at) => submitLogonRequest(keys[at]!))
        assert.deepStrictEqual(tally(results.map((result) => outcomeOf(result, ({ role }) => role.role))), {
          MasterAdministrator: 1,
          TaxAdministrator: 49
        })
        const owners = [...(yield* Digests).allOfTaxpayer({ idType: person.idType, digits: Redacted.make(person.id) })]
        const masters = yield* run((db) =>
          db
            .select()
            .from(grants)
            .where(and(inArray(grants.taxpayerDigest, owners), eq(grants.role, "MasterAdministrator")))
        )
        assert.strictEqual(masters.length, 1)
      })
    )

    it.effect("wrong amounts are evaluated five times at most", () =>
      Effect.gen(function* () {
        yield* atGolden
        const { run } = yield* Database
        const { accountType, id, idType, taxpayerType } = personOf("otto-older")
        const results = yield* atOnce(50, (at) =>
          decideOnRecord(
            {
              taxpayerType,
              idType,
              id,
              accountType,
              kind: "taxReturnAmount",
              amount: at + 1,
              letterId: null
            },
            network
          )
        )
        const ids = results.map((result) => Result.getOrThrow(result).id)
        const kept = yield* run((db) => db.select().from(decisions).where(inArray(decisions.id, ids)))
        assert.strictEqual(kept.length, 50)
        const { Locked = 0, Refused = 0, ...others } = tally(kept.map(({ outcome }) => outcome))
        assert.deepStrictEqual([others, Locked + Refused], [{}, 50])
        assert.isAtMost(Refused, 5)
      })
    )

    it.effect("drafts with one letter give it to one", () =>
      Effect.gen(function* () {
        yield* atGolden
        const { change } = yield* LogonRequests
        const keys = yield* Effect.forEach(Array.from({ length: 50 }), (_, at) =>
          openAtSummary(personOf("lena-letter"), `lena.${at}`)
        )
        const prove = (key: LogonRequestKey) =>
          change(key, golden, (draft) =>
            Result.succeed({ next: { ...draft, proof: proofBy("L0000000001") }, events: [], answer: "won" })
          )
        const results = yield* atOnce(50, (at) => prove(keys[at]!))
        assert.deepStrictEqual(tally(results.map((result) => outcomeOf(result, (answer) => answer))), {
          won: 1,
          VerificationFailed: 49
        })
      })
    )

    it.effect("first log-ins by one link go on, and the one that sets up two-step verification activates", () =>
      Effect.gen(function* () {
        yield* atGolden
        const { run } = yield* Database
        const { id, link } = yield* approved("uma-use-tax", "uma")
        const presented = { activationCode: link, trustedDevices: [] }
        const results = yield* atOnce(50, () => logIn("uma", Redacted.make(typedPassword), presented))
        const sessions = results.flatMap((result) =>
          Result.isSuccess(result) && result.success.tokens.session !== null ? [result.success.tokens.session] : []
        )
        assert.strictEqual(sessions.length, 50)
        assert.strictEqual((yield* logonOf("uma")).status, "approved")
        const challenges = yield* Effect.forEach(sessions, (session) =>
          Effect.map(requireSession(session, "password"), challengeOf)
        )
        const { app, method } = yield* addTwoStepMethod(challenges[0]!, "totp", "")
        const epoch = DateTime.toEpochMillis(golden) / 1000
        const code = Redacted.make(generateSync({ secret: Redacted.value(app!.secret), epoch }))
        const way = { methodId: method.id, trustDevice: false }
        const confirmed = yield* atOnce(50, (at) => confirmSecondStep(challenges[at]!, { code }, way))
        assert.strictEqual(confirmed.filter(Result.isSuccess).length, 1)
        const activated = yield* run((db) =>
          db
            .select()
            .from(audit)
            .where(and(eq(audit.subjectId, id), eq(audit.type, "LogonActivated")))
        )
        assert.strictEqual(activated.length, 1)
        assert.strictEqual((yield* logonOf("uma")).status, "active")
      })
    )

    it.effect("confirms of one security code let one in", () =>
      Effect.gen(function* () {
        yield* atGolden
        const { link } = yield* approved("ivan-itin", "ivan")
        const presented = { activationCode: link, trustedDevices: [] }
        const { tokens } = yield* logIn("ivan", Redacted.make(typedPassword), presented)
        const challenge = challengeOf(yield* requireSession(tokens.session, "password"))
        yield* addTwoStepMethod(challenge, "email", "ivan@example.com")
        const { run } = yield* Database
        const [sent] = yield* run((db) =>
          db.select().from(securityCodes).where(eq(securityCodes.logonId, challenge.logonId))
        )
        const code = (yield* Derived).securityCode(sent!.id)
        const results = yield* atOnce(50, () => confirmSecurityCode(challenge, code, false))
        const {
          CodeLocked = 0,
          CodeRefused = 0,
          ...winners
        } = tally(results.map((result) => outcomeOf(result, ({ session }) => (session === null ? "nothing" : "won"))))
        assert.deepStrictEqual([winners, CodeLocked + CodeRefused], [{ won: 1 }, 49])
      })
    )

    it.effect("submits and changed answers of one request, with a letter, end in one or the other", () =>
      Effect.gen(function* () {
        yield* atGolden
        const { change } = yield* LogonRequests
        const theo = personOf("theo-thief-first")
        const key = yield* openAtSummary(theo)
        yield* change(key, golden, (draft) =>
          Result.succeed({ next: { ...draft, proof: proofBy("L0000000006") }, events: [], answer: undefined })
        )
        const submit = Effect.as(submitLogonRequest(key), "submitted")
        const answer = answerStep(key, "profile-access", { taxProfessional: true }, network)
        const results = yield* atOnce(20, (at) => (at % 2 === 0 ? submit : Effect.as(answer, "answered")))
        const {
          StepNotOpen = 0,
          answered = 0,
          submitted = 0,
          ...others
        } = tally(results.map((result) => outcomeOf(result, String)))
        // A submit that read the draft before an answer changed it is told so, as an answer after the submit is.
        assert.deepStrictEqual([others, StepNotOpen + answered + submitted], [{}, 20])
        assert.isAbove(answered + submitted, 0)
        assert.strictEqual((yield* submitLogonRequest(key)).username, theo.wish.username)
      })
    )
  },
  20_000
)
