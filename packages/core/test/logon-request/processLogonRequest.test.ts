import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { decideExpiry, expireLogonRequest } from "../../src/logon-request/expireLogonRequest.ts"
import { findLogonRequest } from "../../src/logon-request/findLogonRequest.ts"
import { decideProcessing, processLogonRequest } from "../../src/logon-request/processLogonRequest.ts"
import type { SubmittedState } from "../../src/logon-request/LogonRequests.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import type { OwnAccess } from "../../src/access/TaxpayerAccess.ts"
import { sandbox } from "../outcomeOf.ts"
import { golden, happened, inHouse, larry, listOf, logonOf, personOf, reasonOf, settleAs, submitAs } from "../visit.ts"

const rules = { ...sandbox, pin: { id: sandbox.id, hash: "" } }

const submitted: SubmittedState = {
  status: "submitted",
  evidence: "amount",
  email: "goodelmo@dor.state.ma.us",
  submittedAt: golden,
  activation: null,
  logonId: "logon",
  access: { accesses: [], contest: null },
  saysNotMe: false,
  isFrozen: false,
  letterRowId: "letter"
}

const access = (logonId: string, role: OwnAccess["role"], more: Partial<OwnAccess> = {}): OwnAccess => ({
  grantId: `grant of ${logonId}`,
  logonId,
  role,
  evidence: "amount",
  state: "effective",
  ...more
})

describe("R-28 what becomes of a submitted request", () => {
  const rows = [
    { holds: [], closed: false, status: "approved" },
    { holds: [], closed: true, status: "denied" },
    { holds: ["identity-theft"], closed: false, status: "referred" },
    { holds: ["deceased"], closed: true, status: "referred" },
    { holds: ["legal", "registration-lock"], closed: false, status: "referred" },
    { holds: ["registration-lock"], closed: false, status: "referred" },
    { holds: ["registration-lock"], closed: false, evidence: "letterId", status: "approved" },
    { holds: ["identity-theft", "registration-lock"], closed: false, evidence: "letterId", status: "referred" }
  ] as const
  for (const row of rows) {
    const { closed, holds, status } = row
    const evidence = "evidence" in row ? row.evidence : submitted.evidence
    it(`by ${evidence}, with holds [${holds.join()}], account ${closed ? "closed" : "open"}: ${status}`, () => {
      const decided = decideProcessing({ ...submitted, evidence }, { holds, accountClosed: closed }, rules, golden)
      assert.strictEqual(Result.getOrThrow(decided).next.status, status)
    })
  }

  for (const status of ["approved", "referred", "denied", "activated", "expired"] as const) {
    it(`that is ${status} already: nothing`, () => {
      const state = { ...submitted, status }
      const { events, next } = Result.getOrThrow(
        decideProcessing(state, { holds: [], accountClosed: false }, rules, golden)
      )
      assert.deepStrictEqual([next, events], [state, []])
    })
  }
})

describe("D-60 a newcomer on a letter who is approved", () => {
  const onALetter = { evidence: "letterId" } as const
  const own = access("logon", "TaxAdministrator", { ...onALetter, state: "reserved" })
  const contest = { openSince: golden, endedBy: "letter" } as const
  const rows = [
    { beside: "a Master on a letter", others: [access("other", "MasterAdministrator", onALetter)], begins: true },
    { beside: "one in a contest", others: [access("other", "MasterAdministrator", onALetter)], contest, begins: false },
    { beside: "a Master on an amount", others: [access("other", "MasterAdministrator")], begins: false },
    {
      beside: "one on a letter who waits for a first log-in",
      others: [access("other", "MasterAdministrator", { ...onALetter, state: "waiting" })],
      begins: false
    },
    { beside: "nobody", others: [], begins: false }
  ] as const
  for (const row of rows) {
    it(`beside ${row.beside}: ${row.begins ? "a contest begins, and mails a letter" : "no contest begins"}`, () => {
      const state = {
        ...submitted,
        ...onALetter,
        access: { accesses: [...row.others, own], contest: "contest" in row ? row.contest : null }
      }
      const { events } = Result.getOrThrow(decideProcessing(state, { holds: [], accountClosed: false }, rules, golden))
      const began = events.map(({ _tag }) => _tag).filter((tag) => tag === "ContestBegun" || tag === "LetterMailed")
      assert.deepStrictEqual(began, row.begins ? ["ContestBegun", "LetterMailed"] : [])
    })
  }

  it("has no contest while a hold refers them, or the account is closed", () => {
    const accesses = [access("other", "MasterAdministrator", onALetter), own]
    const state = { ...submitted, ...onALetter, access: { accesses, contest: null } }
    for (const standing of [
      { holds: ["legal"] as const, accountClosed: false },
      { holds: [], accountClosed: true }
    ]) {
      const { events } = Result.getOrThrow(decideProcessing(state, standing, rules, golden))
      assert.isFalse(events.some(({ _tag }) => _tag === "ContestBegun"))
    }
  })
})

describe("processing", () => {
  it.effect("approves, with a link that lives a day, told in one mail, and the owner on file besides", () =>
    inHouse(
      Effect.gen(function* () {
        const { notices } = yield* MemoryHouse
        const { key } = yield* settleAs(larry)
        assert.strictEqual((yield* findLogonRequest(key)).status, "approved")
        const { activationCodes, status } = yield* logonOf("good.elmo")
        assert.strictEqual(status, "approved")
        assert.deepInclude(activationCodes[0], { state: "open", expiresAt: DateTime.add(golden, { hours: 24 }) })
        assert.deepStrictEqual(
          notices.map(({ kind }) => kind),
          ["receipt", "approved", "tell-owner"]
        )
      })
    )
  )

  it.effect("twice approves once: the second time there is nothing to look at", () =>
    inHouse(
      Effect.gen(function* () {
        const { key } = yield* settleAs(larry)
        assert.deepStrictEqual(yield* reasonOf(processLogonRequest(key.id)), { _tag: "NotFound" })
        assert.strictEqual((yield* logonOf("good.elmo")).activationCodes.length, 1)
        assert.strictEqual((yield* happened).filter((tag) => tag === "LogonRequestApproved").length, 1)
      })
    )
  )

  it.effect("refers a held taxpayer with one neutral mail, and reserves what was reserved", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, notices } = yield* MemoryHouse
        yield* settleAs(personOf("hal-hold"))
        assert.strictEqual(notices.at(-1)?.kind, "referred")
        assert.strictEqual(grants.at(-1)?.state, "reserved")
        assert.deepStrictEqual(yield* listOf(({ activationCodes }) => activationCodes), [])
      })
    )
  )

  it.effect("that denies frees username and role for the next", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, notices } = yield* MemoryHouse
        const cleo = personOf("cleo-closed-account")
        yield* settleAs(cleo)
        assert.strictEqual(notices.at(-1)?.kind, "denied")
        assert.strictEqual(grants.at(-1)?.state, "ended")
        assert.deepInclude((yield* submitAs(cleo)).receipt.role, { role: "MasterAdministrator" })
      })
    )
  )

  it.effect("waits where the records are away: it is tried again", () =>
    inHouse(
      Effect.gen(function* () {
        const { records } = yield* MemoryHouse
        const { key } = yield* submitAs(larry)
        records.available = false
        assert.strictEqual((yield* Effect.flip(processLogonRequest(key.id)))._tag, "RecordsUnavailable")
        assert.strictEqual((yield* findLogonRequest(key)).status, "submitted")
        records.available = true
        yield* processLogonRequest(key.id)
        assert.strictEqual((yield* findLogonRequest(key)).status, "approved")
      })
    )
  )

  it.effect("of a request that nobody made finds nothing", () =>
    inHouse(
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* reasonOf(processLogonRequest("nobody's")), { _tag: "NotFound" })
      })
    )
  )
})

describe("D-33 thirty days without a first log-in", () => {
  const after = (days: number, ms = 0) => DateTime.add(golden, { days, milliseconds: ms })
  const rows = [
    { status: "approved", now: after(30, -1), when: "an instant before", becomes: "approved" },
    { status: "approved", now: after(30), when: "to the instant", becomes: "expired" },
    { status: "submitted", now: after(31), when: "and one", becomes: "expired" },
    { status: "activated", now: after(31), when: "and one", becomes: "activated" },
    { status: "referred", now: after(30, -1), when: "an instant before", becomes: "referred" },
    { status: "referred", now: after(31), when: "and one", becomes: "expired" },
    { status: "denied", now: after(31), when: "and one", becomes: "denied" }
  ] as const
  for (const { becomes, now, status, when } of rows) {
    it(`${when}: ${status} becomes ${becomes}`, () => {
      const decided = decideExpiry({ ...submitted, status }, sandbox.policy.logon.activation.unusedDays, now)
      assert.strictEqual(Result.getOrThrow(decided).next.status, becomes)
      const waits = becomes === "approved" || becomes === "referred"
      assert.deepStrictEqual(Result.getOrThrow(decided).answer, waits ? after(30) : null)
    })
  }

  it("D-62 thaw nobody: a logon that is frozen stays, and so does its access", () => {
    const accesses = [access("logon", "MasterAdministrator", { state: "suspended" })]
    const frozen = { ...submitted, status: "approved", isFrozen: true, access: { accesses, contest: null } } as const
    const { events, next } = Result.getOrThrow(decideExpiry(frozen, 30, after(31)))
    assert.deepStrictEqual([next, events], [frozen, []])
  })

  it("D-25 leave the role of a reserved Master Administrator to whoever is there", () => {
    const own = access("logon", "MasterAdministrator", { state: "reserved" })
    const state = {
      ...submitted,
      status: "approved",
      access: { accesses: [own, access("owner", "TaxAdministrator")], contest: null }
    } as const
    const { events, next } = Result.getOrThrow(decideExpiry(state, 30, after(30)))
    assert.deepStrictEqual(next.accessChange, {
      ends: ["grant of logon"],
      suspends: null,
      promotes: "grant of owner"
    })
    assert.deepStrictEqual(
      events.map(({ _tag }) => _tag),
      ["LogonRequestExpired", "RolePassedOn"]
    )
  })

  it.effect("free username, role and letter", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, letters } = yield* MemoryHouse
        const lena = personOf("lena-letter")
        const { key } = yield* settleAs(lena)
        yield* TestClock.adjust("30 days")
        yield* expireLogonRequest(key.id)
        assert.strictEqual(letters.get("L0000000001")?.state, "live")
        assert.strictEqual(grants.at(-1)?.state, "ended")
        assert.strictEqual((yield* submitAs(lena)).receipt.username, lena.wish.username)
      })
    )
  )
})
