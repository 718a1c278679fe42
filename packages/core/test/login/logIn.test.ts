import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import { TestClock } from "effect/testing"
import { decideLogIn } from "../../src/login/decideLogIn.ts"
import { logIn } from "../../src/login/logIn.ts"
import type { LogInFacts, Presented } from "../../src/login/decideLogIn.ts"
import { requireSession } from "../../src/login/requireSession.ts"
import { addTwoStepMethod } from "../../src/two-step/addTwoStepMethod.ts"
import { confirmSecurityCode } from "../../src/two-step/confirmSecurityCode.ts"
import { withPolicy } from "../../src/rule-sets/withPolicy.ts"
import { existingPassword } from "../../src/testing/Person.ts"
import { typedPassword } from "../../src/testing/answersOf.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { sandbox, strict } from "../outcomeOf.ts"
import {
  golden,
  happened,
  inHouse,
  larry,
  logonOf,
  newestCode,
  newestLink,
  personOf,
  reasonOf,
  secret,
  settleAs,
  submitAs
} from "../visit.ts"

const underRules = (ruleSet: typeof sandbox) => ({ ...ruleSet, pin: { id: ruleSet.id, hash: "" } })
const rules = underRules(sandbox)

const method = { id: "m", kind: "email", target: "elmo@dor.state.ma.us", confirmed: true } as const

const active: LogInFacts = {
  status: "active",
  failuresInARow: 0,
  termsVersion: sandbox.policy.terms.version,
  activation: null,
  trustedDevice: null,
  methods: [method]
}

const open = {
  equal: true,
  known: false,
  state: "open",
  expiresAt: DateTime.add(golden, { hours: 24 }),
  resends: 0
} as const

const approved: LogInFacts = { ...active, status: "approved", activation: open, methods: [] }

const presented: Presented = { activationCode: secret("a link"), trustedDevices: [] }
const nothing: Presented = { activationCode: null, trustedDevices: [] }

const endingOf = (facts: LogInFacts, what: Presented, now = golden, under = rules) => {
  const decided = decideLogIn(facts, what, under, now)
  if (Result.isSuccess(decided)) return decided.success.answer.status
  const { reason } = decided.failure
  return reason._tag === "ActivationRequired" ? reason.why : reason._tag
}

describe("what the right password opens", () => {
  const device = { sameLogon: true, revoked: false, replacedAt: null, expiresAt: DateTime.toEpochMillis(golden) + 1 }
  const rows: ReadonlyArray<readonly [what: string, facts: LogInFacts, what: Presented, ending: string]> = [
    ["active, a method", active, nothing, "security_code_required"],
    [
      "active, a method that was never confirmed",
      { ...active, methods: [{ ...method, confirmed: false }] },
      nothing,
      "two_step_setup_required"
    ],
    [
      "R-30a the first log-in sets up two-step verification",
      { ...active, methods: [] },
      nothing,
      "two_step_setup_required"
    ],
    ["active, on a trusted device", { ...active, trustedDevice: device }, nothing, "logged_in"],
    [
      "active, on a device of another",
      { ...active, trustedDevice: { ...device, sameLogon: false } },
      nothing,
      "security_code_required"
    ],
    [
      "active, on a device that was taken back",
      { ...active, trustedDevice: { ...device, revoked: true } },
      nothing,
      "security_code_required"
    ],
    [
      "active, on a device to the instant too late",
      { ...active, trustedDevice: { ...device, expiresAt: device.expiresAt - 1 } },
      nothing,
      "security_code_required"
    ],
    [
      "a trusted device, with no method",
      { ...active, methods: [], trustedDevice: device },
      nothing,
      "two_step_setup_required"
    ],
    [
      "active, on a trusted device, with new terms",
      { ...active, trustedDevice: device, termsVersion: "2019-01-01" },
      nothing,
      "terms_required"
    ],
    ["a password closed by wrong tries", { ...active, failuresInARow: 100 }, nothing, "LogInFailed"],
    [
      "a password closed by wrong tries, on a trusted device",
      { ...active, failuresInARow: 100, trustedDevice: device },
      nothing,
      "logged_in"
    ],
    ["frozen", { ...active, status: "frozen" }, nothing, "LogInFailed"],
    ["expired", { ...active, status: "expired" }, nothing, "LogInFailed"],
    ["reserved, whatever is presented", { ...approved, status: "reserved" }, presented, "missing"],
    ["approved, by the newest link", approved, presented, "two_step_setup_required"],
    [
      "approved and closed by wrong tries, by the newest link",
      { ...approved, failuresInARow: 100 },
      presented,
      "two_step_setup_required"
    ],
    ["approved and closed by wrong tries, without it", { ...approved, failuresInARow: 100 }, nothing, "LogInFailed"],
    ["approved, without a link", approved, nothing, "missing"],
    ["approved, with nobody's link", { ...approved, activation: { ...open, equal: false } }, presented, "missing"],
    [
      "approved, with an older link",
      { ...approved, activation: { ...open, equal: false, known: true } },
      presented,
      "superseded"
    ],
    ["approved, no link ever made", { ...approved, activation: null }, presented, "missing"]
  ]
  for (const [what, facts, given, ending] of rows) {
    it(`${what}: ${ending}`, () => assert.strictEqual(endingOf(facts, given), ending))
  }

  it("a link is good until the instant that it ends", () => {
    assert.strictEqual(
      endingOf(approved, presented, DateTime.add(open.expiresAt, { milliseconds: -1 })),
      "two_step_setup_required"
    )
    assert.strictEqual(endingOf(approved, presented, open.expiresAt), "expired")
  })

  it("no device is trusted where the policy trusts none", () => {
    const facts = { ...active, trustedDevice: device }
    assert.strictEqual(endingOf(facts, nothing, golden, underRules(strict)), "security_code_required")
  })

  it("without a link in the policy an approved logon opens by itself, and one that nobody approved does not", () => {
    const freely = withPolicy(sandbox, (policy) => ({
      ...policy,
      logon: { ...policy.logon, activation: { ...policy.logon.activation, requireActivation: false } }
    }))
    assert.strictEqual(
      endingOf({ ...approved, activation: null }, nothing, golden, underRules(freely)),
      "two_step_setup_required"
    )
    assert.strictEqual(endingOf({ ...approved, status: "reserved" }, nothing, golden, underRules(freely)), "missing")
  })
})

const first = Effect.fnUntraced(function* () {
  const { key } = yield* settleAs(larry)
  const link = yield* newestLink
  return { key, link }
})

const login = (password: string, activationCode: Redacted.Redacted | null = null, username = "good.elmo") =>
  logIn(username, secret(password), { activationCode, trustedDevices: [] })

describe("a log-in", () => {
  it.effect("with a wrong password and with nobody's username fail alike", () =>
    inHouse(
      Effect.gen(function* () {
        yield* first()
        const wrong = yield* reasonOf(login("Another2020"))
        const nobody = yield* reasonOf(login(typedPassword, null, "nobody"))
        assert.deepStrictEqual([wrong, nobody], [{ _tag: "LogInFailed" }, { _tag: "LogInFailed" }])
      })
    )
  )

  it.effect("tells nothing of the link before the password is right", () =>
    inHouse(
      Effect.gen(function* () {
        const { link } = yield* first()
        assert.deepStrictEqual(yield* reasonOf(login("Another2020", link)), { _tag: "LogInFailed" })
        assert.deepStrictEqual(yield* reasonOf(login(typedPassword)), { _tag: "ActivationRequired", why: "missing" })
        assert.include(yield* happened, "ActivationCodeRefused")
      })
    )
  )

  it.effect("by the link that goes no further changes nothing: the link is asked again, and is still good", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, requests } = yield* MemoryHouse
        const { key, link } = yield* first()
        yield* login(typedPassword, link)
        assert.deepStrictEqual(yield* reasonOf(login(typedPassword)), { _tag: "ActivationRequired", why: "missing" })
        assert.deepStrictEqual((yield* login(typedPassword, link)).answer, { status: "two_step_setup_required" })
        const { activationCodes, status } = yield* logonOf("good.elmo")
        assert.deepStrictEqual([status, activationCodes[0]?.state], ["approved", "open"])
        assert.strictEqual(grants.at(-1)?.state, "reserved")
        assert.strictEqual(requests.get(key.id)?.submitted?.status, "approved")
      })
    )
  )

  it.effect("by the link activates once its second step is confirmed: the role is effective, the link is used", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, requests } = yield* MemoryHouse
        const { key, link } = yield* first()
        const { answer, tokens } = yield* login(typedPassword, link)
        assert.deepStrictEqual(answer, { status: "two_step_setup_required" })
        const { id, level, logonId, passwordAt } = yield* requireSession(tokens.session!, "password")
        const browser = { name: { browser: "firefox", system: "linux" }, isKnown: true } as const
        const challenge = { logonId, sessionId: id, level, passwordAt, browser }
        yield* addTwoStepMethod(challenge, "email", "good@example.com")
        yield* confirmSecurityCode(challenge, yield* newestCode, false)
        assert.strictEqual((yield* logonOf("good.elmo")).activationCodes[0]?.state, "used")
        assert.strictEqual(grants.at(-1)?.state, "effective")
        assert.strictEqual(requests.get(key.id)?.submitted?.status, "activated")
        yield* login(typedPassword, link)
        assert.strictEqual((yield* happened).filter((tag) => tag === "LogonActivated").length, 1)
      })
    )
  )

  it.effect("takes a username in any spelling, and a password as it was typed only", () =>
    inHouse(
      Effect.gen(function* () {
        const { answer } = yield* login(existingPassword, null, "Ｇ.Rossi")
        assert.strictEqual(answer.status, "security_code_required")
        assert.deepStrictEqual(yield* reasonOf(login(existingPassword.toUpperCase(), null, "g.rossi")), {
          _tag: "LogInFailed"
        })
      })
    )
  )

  it.effect("shows where codes can go, masked", () =>
    inHouse(
      Effect.gen(function* () {
        const { answer } = yield* login(existingPassword, null, "g.rossi")
        assert.deepStrictEqual(
          answer.methods?.map(({ target }) => target),
          ["g.r****@e******.com"]
        )
      })
    )
  )

  it.effect("before approval asks for a link that is not there yet", () =>
    inHouse(
      Effect.gen(function* () {
        yield* submitAs(personOf("hal-hold"))
        const reason = yield* reasonOf(login(typedPassword, null, "hal.hold"))
        assert.deepStrictEqual(reason, { _tag: "ActivationRequired", why: "missing" })
      })
    )
  )

  it.effect("a day after approval says that the link is too old", () =>
    inHouse(
      Effect.gen(function* () {
        const { link } = yield* first()
        yield* TestClock.adjust("24 hours")
        assert.deepStrictEqual(yield* reasonOf(login(typedPassword, link)), {
          _tag: "ActivationRequired",
          why: "expired"
        })
      })
    )
  )
})
