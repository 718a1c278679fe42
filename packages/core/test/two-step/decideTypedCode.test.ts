import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import { decideTypedCode } from "../../src/two-step/confirmSecurityCode.ts"
import type { TypedCodeFacts } from "../../src/two-step/confirmSecurityCode.ts"
import { sandbox, strict } from "../outcomeOf.ts"
import { golden } from "../visit.ts"

const rules = { ...sandbox, pin: { id: sandbox.id, hash: "" } }

const after = (milliseconds: number) => DateTime.add(golden, { milliseconds })

const right = {
  equal: true,
  state: "open",
  failures: 0,
  purpose: "log-in",
  kind: "email",
  expiresAt: after(600_000)
} as const

const facts: TypedCodeFacts = {
  code: right,
  status: "active",
  notMeId: "not-me",
  failuresInARow: 0,
  lockedUntil: null,
  ofDeadLink: false,
  othersWork: false,
  termsVersion: sandbox.policy.terms.version
}

const asked = { browser: { name: { browser: "firefox", system: "linux" }, isKnown: true }, level: "password" } as const

const ofCode = (change: Partial<NonNullable<TypedCodeFacts["code"]>>): TypedCodeFacts => ({
  ...facts,
  code: { ...right, ...change }
})

const decide = (given: TypedCodeFacts, now = golden, trustDevice = false) =>
  decideTypedCode(given, rules, trustDevice, asked, now)

const tagOf = (given: TypedCodeFacts, now = golden) => {
  const { answer } = decide(given, now)
  return Result.isSuccess(answer) ? "confirmed" : answer.failure._tag
}

describe("a typed code", () => {
  const rows: ReadonlyArray<readonly [what: string, facts: TypedCodeFacts, ms: number, answer: string]> = [
    ["the right one", facts, 0, "confirmed"],
    ["a wrong one", ofCode({ equal: false }), 0, "CodeRefused"],
    ["the right one, an instant before its end", facts, 599_999, "confirmed"],
    ["the right one, to the instant of its end", facts, 600_000, "CodeRefused"],
    ["the right one, after four misses of it", ofCode({ failures: 4 }), 0, "confirmed"],
    ["the right one, after five misses of it", ofCode({ failures: 5 }), 0, "CodeRefused"],
    ["the right one, used before", ofCode({ state: "confirmed" }), 0, "CodeRefused"],
    ["the right one, with a newer one sent", ofCode({ state: "superseded" }), 0, "CodeRefused"],
    ["none was sent", { ...facts, code: null }, 0, "CodeRefused"],
    ["the right one, of a first log-in", { ...facts, status: "approved" }, 0, "confirmed"],
    [
      "the right one, of a first log-in by a link that was replaced",
      { ...facts, status: "approved", ofDeadLink: true },
      0,
      "CodeRefused"
    ],
    ["the right one, of a logon that is active by another link", { ...facts, ofDeadLink: true }, 0, "confirmed"],
    ["the right one, after nine misses in a row", { ...facts, failuresInARow: 9 }, 0, "confirmed"],
    ["the right one, while the logon is locked", { ...facts, lockedUntil: after(1) }, 0, "CodeLocked"],
    ["the right one, to the instant that the lock ends", { ...facts, lockedUntil: after(1) }, 1, "confirmed"]
  ]
  for (const [what, given, ms, answer] of rows) {
    it(`${what}: ${answer}`, () => assert.strictEqual(tagOf(given, after(ms)), answer))
  }

  it("that is wrong counts for the code and for the logon", () => {
    const { events, next } = decide({ ...ofCode({ equal: false, failures: 2 }), failuresInARow: 6 })
    assert.deepInclude(next, { state: "open", failures: 3, failuresInARow: 7, lockedUntil: null, confirmed: false })
    assert.deepStrictEqual(events, [{ _tag: "SecurityCodeMissed", failures: 7 }])
  })

  it("that is the tenth wrong one in a row locks for fifteen minutes, and the count begins anew", () => {
    const { next } = decide({ ...ofCode({ equal: false }), failuresInARow: 9 })
    assert.deepInclude(next, { failuresInARow: 0, lockedUntil: after(15 * 60_000) })
  })

  it("of a locked logon is not counted, and not told to be right or wrong", () => {
    for (const equal of [true, false]) {
      const { answer, events, next } = decide({ ...ofCode({ equal }), lockedUntil: after(60_000) })
      assert.deepStrictEqual([next, events], ["unchanged", []])
      assert.deepStrictEqual(Result.isFailure(answer) && answer.failure, {
        _tag: "CodeLocked",
        retryAt: after(60_000)
      })
    }
  })

  it("that is right sets the count of misses back", () => {
    const { next } = decide({ ...facts, failuresInARow: 9 })
    assert.deepInclude(next, { state: "confirmed", failuresInARow: 0, lockedUntil: null, confirmed: true })
  })
})

describe("a way that waits to be confirmed", () => {
  const setsUp: TypedCodeFacts = { ...facts, code: { ...right, purpose: "set-up" } }
  const rows = [
    { what: "the first way, by the password alone", othersWork: false, level: "password", answer: "confirmed" },
    { what: "another way, by the password alone", othersWork: true, level: "password", answer: "SecondStepFirst" },
    { what: "another way, by both steps", othersWork: true, level: "two-step", answer: "confirmed" }
  ] as const
  for (const { answer, level, othersWork, what } of rows) {
    it(`${what}: ${answer}`, () => {
      const decided = decideTypedCode({ ...setsUp, othersWork }, rules, false, { ...asked, level }, golden)
      assert.strictEqual(Result.isSuccess(decided.answer) ? "confirmed" : decided.answer.failure._tag, answer)
    })
  }

  it("is not told to be right or wrong, and counts no miss, where the password alone may not confirm it", () => {
    for (const equal of [true, false]) {
      const given = { ...setsUp, othersWork: true, code: { ...right, equal, purpose: "set-up" as const } }
      const { answer, events, next } = decide(given)
      assert.deepStrictEqual([next, events], ["unchanged", []])
      assert.deepStrictEqual(Result.isFailure(answer) && answer.failure, { _tag: "SecondStepFirst" })
    }
  })

  it("that is the first takes away all others that were begun, and a further one does not", () => {
    assert.deepInclude(decide(setsUp).next, { endsPending: true, endsOthers: false })
    const further = decideTypedCode(
      { ...setsUp, othersWork: true },
      rules,
      false,
      { ...asked, level: "two-step" },
      golden
    )
    const undo = { notMeId: "not-me", until: DateTime.add(golden, { days: 30 }) }
    assert.deepInclude(further.next, { endsPending: false, endsOthers: true, undo })
  })
})

describe("D-13 the first log-in is over when its second step is confirmed", () => {
  const rows = [
    { status: "approved", answer: "confirmed", activates: true },
    { status: "active", answer: "confirmed", activates: false },
    { status: "reserved", answer: "CodeRefused", activates: null },
    { status: "frozen", answer: "CodeRefused", activates: null },
    { status: "expired", answer: "CodeRefused", activates: null }
  ] as const
  for (const { activates, answer, status } of rows) {
    it(`of a logon that is ${status}: ${answer}${activates === true ? ", and the logon is active" : ""}`, () => {
      const { events, next } = decide({ ...facts, status })
      assert.strictEqual(tagOf({ ...facts, status }), answer)
      assert.strictEqual(next === "unchanged" ? null : next.activates, activates)
      assert.strictEqual(
        events.some(({ _tag }) => _tag === "LogonActivated"),
        activates === true
      )
    })
  }
})

describe("R-35 a device is trusted at log-in only", () => {
  const rows = [
    { purpose: "log-in", box: true, until: DateTime.add(golden, { days: 30 }) },
    { purpose: "log-in", box: false, until: null },
    { purpose: "set-up", box: true, until: null }
  ] as const
  for (const { box, purpose, until } of rows) {
    it(`at ${purpose}, the box ${box ? "checked" : "unchecked"}: ${until === null ? "not trusted" : "for 30 days"}`, () => {
      const { events, next } = decide(ofCode({ purpose }), golden, box)
      assert.deepInclude(next, { trustDeviceUntil: until })
      assert.strictEqual(
        events.some(({ _tag }) => _tag === "DeviceTrusted"),
        until !== null
      )
    })
  }

  it("and never where the policy trusts none", () => {
    const underStrict = { ...strict, pin: { id: strict.id, hash: "" } }
    assert.deepInclude(decideTypedCode(facts, underStrict, true, asked, golden).next, { trustDeviceUntil: null })
  })
})
