import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import { decidePurpose, decideSecurityCode, decideSend } from "../../src/two-step/sendSecurityCode.ts"
import { sandbox } from "../outcomeOf.ts"
import { golden } from "../visit.ts"

const { code } = sandbox.policy.twoStep
const second = 1_000
const minute = 60 * second
const ago = (ms: number) => DateTime.add(golden, { milliseconds: -ms })

describe("another code", () => {
  const rows: ReadonlyArray<{
    readonly sent: ReadonlyArray<number>
    readonly what: string
    readonly waits: number | null
  }> = [
    { what: "after none", sent: [], waits: null },
    { what: "29.999 seconds after one", sent: [30 * second - 1], waits: 1 },
    { what: "30 seconds after one", sent: [30 * second], waits: null },
    { what: "after two in 15 minutes", sent: [10 * minute, 5 * minute], waits: null },
    { what: "after three in 15 minutes", sent: [15 * minute - 1, 5 * minute, minute], waits: 1 },
    { what: "when the first of three is 15 minutes old", sent: [15 * minute, 5 * minute, minute], waits: null },
    {
      what: "after ten in a day",
      sent: Array.from({ length: 10 }, (_, at) => 24 * 60 * minute - 1 - at * 60 * minute),
      waits: 1
    },
    {
      what: "when the first of ten is a day old",
      sent: Array.from({ length: 10 }, (_, at) => 24 * 60 * minute - at * 60 * minute),
      waits: null
    },
    { what: "with two waits, the longer", sent: [10 * minute, 5 * minute, 10 * second], waits: 5 * minute }
  ]
  for (const { sent, waits, what } of rows) {
    it(`${what}: ${waits === null ? "now" : `in ${waits} ms`}`, () => {
      const decided = decideSend(sent.map(ago), code, golden)
      if (waits === null) {
        assert.deepStrictEqual(Result.getOrThrow(decided).expiresAt, DateTime.add(golden, { minutes: 10 }))
      } else {
        assert.deepStrictEqual(Result.isFailure(decided) && decided.failure, {
          _tag: "TooSoon",
          retryAt: DateTime.add(golden, { milliseconds: waits })
        })
      }
    })
  }
})

describe("what a code is for", () => {
  const works = { id: "works", kind: "email", target: "elmo@dor.state.ma.us", confirmed: true } as const
  const added = { ...works, id: "added", confirmed: false }
  const rows = [
    { to: "a method that works", methods: [works], methodId: "works", level: "password", purpose: "log-in" },
    { to: "the first method", methods: [added], methodId: "added", level: "password", purpose: "set-up" },
    {
      to: "a second method, by the password alone",
      methods: [works, added],
      methodId: "added",
      level: "password",
      purpose: null
    },
    {
      to: "a second method, by both steps",
      methods: [works, added],
      methodId: "added",
      level: "two-step",
      purpose: "set-up"
    },
    { to: "nobody's method", methods: [works], methodId: "another's", level: "two-step", purpose: null }
  ] as const
  for (const { level, methodId, methods, purpose, to } of rows) {
    it(`${to}: ${purpose ?? "none is sent"}`, () =>
      assert.deepStrictEqual(
        decidePurpose(methods, methodId, level),
        purpose === null ? Result.fail({ _tag: "MethodNotFound" }) : Result.succeed(purpose)
      ))
  }
})

describe("a mailbox that others were sent codes to", () => {
  const works = { id: "works", kind: "email", target: "elmo@dor.state.ma.us", confirmed: true } as const
  const full = Array.from({ length: 10 }, () => ago(20 * minute))
  const rows = [
    { what: "gets the code of its own logon's log-in", confirmed: true, answer: "log-in" },
    { what: "gets none to set it up once more", confirmed: false, answer: "TooSoon" }
  ] as const
  for (const { answer, confirmed, what } of rows) {
    it(what, () => {
      const facts = { methods: [{ ...works, confirmed }], sentToLogon: [], sentToTarget: full }
      const decided = decideSecurityCode(facts, "works", { level: "password" }, sandbox.policy, golden)
      assert.strictEqual(Result.isSuccess(decided) ? decided.success.purpose : decided.failure._tag, answer)
    })
  }
})
