import { assert } from "@effect/vitest"
import {
  endRequest,
  findLogonRequest,
  LogonRequests,
  processLogonRequest,
  submitLogonRequest
} from "@mtc-logon/core/logon-request"
import type { LogonRequestDraft, LogonRequestKey } from "@mtc-logon/core/logon-request"
import { existingPassword } from "@mtc-logon/core/testing"
import { eq, sql } from "drizzle-orm"
import { DateTime, Effect, Redacted, Result } from "effect"
import { accessGrantTable as grants } from "../../src/database/accessGrantTable.ts"
import { Database } from "../../src/database/Database.ts"
import { letterTable as letters } from "../../src/database/letterTable.ts"
import {
  logonRequestDraftTable as drafts,
  logonRequestTable as requests
} from "../../src/database/logonRequestTable.ts"
import { logonTable as logons } from "../../src/database/logonTable.ts"
import { seedPeople } from "../../src/dev/seedPeople.ts"
import { Digests } from "../../src/secrets/Digests.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, draftAtSummary, golden, openAtSummary, people, personOf, proofBy, stores } from "./stores.ts"

const larry = personOf("larry-mo")
const lena = personOf("lena-letter")
const letterOfLena = "L0000000001"

const reasonOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), (error) => ("reason" in error ? (error.reason as { _tag: string })._tag : error._tag))

const countOf = (table: typeof logons | typeof requests | typeof grants) =>
  Effect.gen(function* () {
    const { run } = yield* Database
    const rows = yield* run((db) => db.select({ count: sql<string>`count(*)` }).from(table))
    return Number(rows[0]!.count)
  })

const counts = Effect.all([countOf(logons), countOf(requests), countOf(grants)])

const letterState = (letterId: string) =>
  Effect.gen(function* () {
    const { run } = yield* Database
    const digest = (yield* Digests).of("letter", letterId)
    const [row] = yield* run((db) => db.select().from(letters).where(eq(letters.letterDigest, digest)))
    return [row?.state, row?.reservedBy]
  })

const changeTo = (
  key: LogonRequestKey,
  next: (draft: LogonRequestDraft) => LogonRequestDraft | "cancelled",
  now = golden
) =>
  Effect.flatMap(LogonRequests, ({ change }) =>
    change(key, now, (draft) => Result.succeed({ next: next(draft), events: [], answer: undefined }))
  )

const prove = (key: LogonRequestKey, letterId: string | null, now = golden) =>
  changeTo(key, (draft) => ({ ...draft, proof: proofBy(letterId) }), now)

onBothDatabases("logon requests", stores, (it) => {
  const setup = Effect.andThen(atGolden, seedPeople(people, existingPassword))

  it.effect("a draft is found as it was kept, by its own key only", () =>
    Effect.gen(function* () {
      yield* setup
      const { find } = yield* LogonRequests
      const draft = yield* draftAtSummary(larry)
      const key = yield* openAtSummary(larry)
      const found = yield* find(key, golden)
      assert(found.status === "draft")
      assert.deepStrictEqual(found.answers, draft.answers)
      assert.deepStrictEqual(found.expiresAt, draft.expiresAt)
      for (const wrong of [
        { ...key, token: Redacted.make("another's") },
        { ...key, id: "00000000-0000-4000-8000-000000000000" },
        { ...key, id: "' or true --" }
      ])
        assert.strictEqual(yield* reasonOf(find(wrong, golden)), "NotFound")
    })
  )

  it.effect("a draft is there until the instant that its time is over", () =>
    Effect.gen(function* () {
      const { find } = yield* LogonRequests
      const key = yield* openAtSummary(larry)
      const end = DateTime.add(golden, { minutes: 30 })
      yield* find(key, DateTime.add(end, { milliseconds: -1 }))
      assert.strictEqual(yield* reasonOf(find(key, end)), "NotFound")
      assert.strictEqual(yield* reasonOf(changeTo(key, (draft) => draft, end)), "NotFound")
    })
  )

  it.effect("nothing that was typed stands in clear in its row", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const key = yield* openAtSummary(larry)
      const [row] = yield* run((db) => db.select().from(drafts).where(eq(drafts.id, key.id)))
      const text = Buffer.concat([row!.answers, row!.proof!]).toString("latin1") + JSON.stringify(row)
      for (const secret of ["900126789", "good.elmo", "LARRY", "1234", "boston"]) assert.notInclude(text, secret)
    })
  )

  it.effect("a reason instead of a change stores nothing", () =>
    Effect.gen(function* () {
      const { change, find } = yield* LogonRequests
      const key = yield* openAtSummary(larry)
      const before = yield* find(key, golden)
      const refused = change(key, golden, () => Result.fail({ _tag: "VerificationFailed" }))
      assert.strictEqual(yield* reasonOf(refused), "VerificationFailed")
      assert.deepStrictEqual(yield* find(key, golden), before)
    })
  )

  it.effect("a cancelled request is gone, with all that was typed", () =>
    Effect.gen(function* () {
      const { find } = yield* LogonRequests
      const { run } = yield* Database
      const key = yield* openAtSummary(larry)
      yield* changeTo(key, () => "cancelled")
      assert.strictEqual(yield* reasonOf(find(key, golden)), "NotFound")
      const [row] = yield* run((db) => db.select().from(drafts).where(eq(drafts.id, key.id)))
      assert.deepInclude(row, { status: "cancelled", proof: null, taxpayerDigest: null, letterDigest: null })
    })
  )

  it.effect("a letter is held by the proof, and free when the proof falls, at cancel, and when the time is over", () =>
    Effect.gen(function* () {
      const first = yield* openAtSummary(lena)
      const second = yield* openAtSummary(lena)
      yield* prove(first, letterOfLena)
      assert.deepStrictEqual(yield* letterState(letterOfLena), ["reserved", first.id])
      assert.strictEqual(yield* reasonOf(prove(second, letterOfLena)), "VerificationFailed")
      yield* prove(first, null)
      assert.deepStrictEqual(yield* letterState(letterOfLena), ["live", null])

      yield* prove(second, letterOfLena)
      yield* changeTo(second, () => "cancelled")
      assert.deepStrictEqual(yield* letterState(letterOfLena), ["live", null])

      yield* prove(first, letterOfLena)
      const late = DateTime.add(golden, { minutes: 30 })
      const third = yield* openAtSummary(lena)
      yield* changeTo(third, (draft) => ({ ...draft, expiresAt: DateTime.add(late, { minutes: 30 }) }))
      yield* prove(third, letterOfLena, late)
      assert.deepStrictEqual(yield* letterState(letterOfLena), ["reserved", third.id])
      yield* changeTo(third, () => "cancelled", late)
    })
  )

  it.effect("a letter that another holds leaves the draft as it was", () =>
    Effect.gen(function* () {
      const { find } = yield* LogonRequests
      const [first, second] = [yield* openAtSummary(lena), yield* openAtSummary(lena)]
      yield* prove(first, letterOfLena)
      const before = yield* find(second, golden)
      yield* reasonOf(prove(second, letterOfLena))
      assert.deepStrictEqual(yield* find(second, golden), before)
      yield* changeTo(first, () => "cancelled")
    })
  )

  it.effect("submit stores logon, role and request together, and its receipt is told again without the PIN", () =>
    Effect.gen(function* () {
      const before = yield* counts
      const key = yield* openAtSummary(larry)
      const receipt = yield* submitLogonRequest(key)
      assert.deepInclude(receipt, { username: "good.elmo", pin: "1234" })
      assert.deepStrictEqual(
        yield* counts,
        before.map((count) => count + 1)
      )
      const { pin: _, ...rest } = receipt as typeof receipt & { readonly pin: string }
      assert.deepStrictEqual<unknown>(yield* submitLogonRequest(key), rest)
      const view = yield* findLogonRequest(key)
      assert.deepInclude(view, { status: "submitted", confirmationNumber: receipt.confirmationNumber })
      yield* processLogonRequest(key.id)
      assert.strictEqual((yield* findLogonRequest(key)).status, "approved")
    })
  )

  it.effect("submit stores both rows or neither: a receipt whose number is there already undoes the logon", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const { find, submit } = yield* LogonRequests
      const rita = personOf("rita-refund")
      const [taken] = yield* run((db) => db.select({ number: requests.confirmationNumber }).from(requests).limit(1))
      const key = yield* openAtSummary(rita)
      const before = yield* counts
      const { logon, profile } = (yield* draftAtSummary(rita)).answers
      const { pin: pinHash, ...contact } = profile!
      const role = { role: "MasterAdministrator", scope: "all" } as const
      const receipt = {
        confirmationNumber: taken!.number,
        submittedAt: "2020-11-20T18:55:15.000Z",
        username: "rita",
        role
      }
      const clash = submit(key, golden, () =>
        Result.succeed({
          next: {
            receipt,
            logon: {
              ...logon!,
              pinHash,
              profile: contact,
              taxProfessional: false,
              terms: { version: "2020-11-20", acceptedAt: golden },
              role
            },
            displaces: false,
            expiresAt: DateTime.add(golden, { days: 1 })
          },
          events: [],
          answer: receipt
        })
      )
      assert.strictEqual((yield* Effect.exit(clash))._tag, "Failure")
      assert.deepStrictEqual(yield* counts, before)
      assert.strictEqual((yield* find(key, golden)).status, "draft")
    })
  )

  it.effect("submit uses the letter, and a denial frees it with username and role", () =>
    Effect.gen(function* () {
      const { changeSubmitted } = yield* LogonRequests
      const before = yield* countOf(grants)
      const key = yield* openAtSummary(lena)
      yield* prove(key, letterOfLena)
      yield* submitLogonRequest(key)
      assert.deepStrictEqual(yield* letterState(letterOfLena), ["used", key.id])
      yield* changeSubmitted(key.id, golden, (state) =>
        Result.succeed({ ...endRequest(state, "denied"), answer: undefined })
      )
      assert.deepStrictEqual(yield* letterState(letterOfLena), ["live", null])
      const again = yield* openAtSummary(lena)
      yield* prove(again, letterOfLena)
      const { role, username } = yield* submitLogonRequest(again)
      assert.deepStrictEqual([role.role, username], ["MasterAdministrator", lena.wish.username])
      assert.strictEqual(yield* countOf(grants), before + 2)
    })
  )
})
