import { DateTime, Redacted, Result } from "effect"
import { describe, expect, test } from "vitest"
import { stepsOnTheWay } from "../../src/journey/stepsOnTheWay.ts"
import { decideLogIn } from "../../src/login/decideLogIn.ts"
import type { LogInFacts } from "../../src/login/decideLogIn.ts"
import { logonRequestJourney } from "../../src/journey/logonRequestJourney.ts"
import { answersToView } from "../../src/logon-request/logonRequestToView.ts"
import { decideTypedCode } from "../../src/two-step/confirmSecurityCode.ts"
import type { SecurityCodePurpose } from "../../src/two-step/Challenge.ts"
import { en } from "../../src/wording/locales/en.ts"
import { sandbox } from "../outcomeOf.ts"

const now = DateTime.makeUnsafe("2020-11-20T18:55:15Z")
const later = DateTime.add(now, { minutes: 5 })
const rules = { pin: { id: sandbox.id, hash: "" }, policy: sandbox.policy, ask: sandbox.ask }
const sentences: ReadonlyArray<readonly [string, string]> = Object.entries(en)

test("R-01 who has not filed is led to the registration of a business, an individual or an estate", () => {
  for (const kind of ["business", "individual", "estate"] as const) {
    expect(en[`registration-options.${kind}`]).toMatch(/^Register an? /u)
    expect(en[`registration-options.${kind}-text`]).toContain("not previously filed")
  }
})

test("R-22 the role notice speaks of a company to businesses only", () => {
  const spoken = sentences.filter(([id]) => id.startsWith("role-notice.") && !id.includes("business"))
  expect(spoken.length).toBeGreaterThan(0)
  for (const [id, text] of spoken) expect(text, id).not.toMatch(/company/iu)
})

test("R-26 the summary shows no secret, and only Submit commits", () => {
  const secrets = ["900126789", "1234", "password-hash", "answer-hash"]
  const [id = "", pin = "", passwordHash = "", secretAnswerHash = ""] = secrets
  const view = answersToView({
    "taxpayer-id": { idType: "SSN", id: Redacted.make(id), accountType: "personal-income-tax" },
    profile: {
      name: "LARRY MO",
      phoneCountry: "US",
      phoneType: "cell",
      phoneNumber: "+11111111111",
      pin: Redacted.make(pin),
      email: "goodelmo@dor.state.ma.us"
    },
    logon: {
      username: "good.elmo",
      passwordHash: Redacted.make(passwordHash),
      secretQuestion: "city-met-spouse",
      secretAnswerHash: Redacted.make(secretAnswerHash)
    }
  })
  for (const secret of secrets) expect(JSON.stringify(view)).not.toContain(`"${secret}"`)
  expect(view["taxpayer-id"]?.id).toBe("***-**-6789")
  const commits = Object.entries(logonRequestJourney).filter(([, { on }]) =>
    Object.values<string>(on).includes("confirmation")
  )
  expect(commits.map(([step, { on }]) => [step, Object.keys(on)])).toEqual([["summary", ["submit", "cancel"]]])
})

describe("R-30a the first log-in sets up two-step verification", () => {
  const facts: LogInFacts = {
    status: "approved",
    failuresInARow: 0,
    termsVersion: sandbox.policy.terms.version,
    activation: { equal: true, known: true, state: "open", expiresAt: later, resends: 0 },
    trustedDevice: null,
    methods: []
  }
  const presented = { activationCode: Redacted.make("code"), trustedDevices: [] }
  test("whoever has no way to get codes is sent to set one up, and no further", () => {
    const decided = decideLogIn(facts, presented, rules, now)
    expect(Result.isSuccess(decided) && decided.success.answer).toEqual({ status: "two_step_setup_required" })
    expect(Result.isSuccess(decided) && decided.success.next.session?.level).toBe("password")
  })
})

describe("R-35 a device is trusted at log-in only", () => {
  const trustedUntil = (purpose: SecurityCodePurpose) => {
    const code = { equal: true, state: "open", failures: 0, purpose, kind: "email", expiresAt: later } as const
    const standing = {
      failuresInARow: 0,
      lockedUntil: null,
      status: "active" as const,
      notMeId: "n",
      ofDeadLink: false,
      othersWork: false,
      termsVersion: ""
    }
    const browser = { name: { browser: "firefox", system: "linux" }, isKnown: true } as const
    const { next } = decideTypedCode({ code, ...standing }, rules, true, { browser, level: "password" }, now)
    return next === "unchanged" ? next : next.trustDeviceUntil
  }
  test("a ticked box counts on the screen of a log-in, for thirty days", () => {
    expect(trustedUntil("log-in")).toEqual(DateTime.add(now, { days: 30 }))
  })

  test("while codes are set up it counts for nothing", () => {
    expect(trustedUntil("set-up")).toBeNull()
  })
})

test("R-45 purpose and law of asking for the number are told before it is asked", () => {
  const way = stepsOnTheWay({})
  expect(way.indexOf("taxpayer-type")).toBeLessThan(way.indexOf("taxpayer-id"))
  expect(en["taxpayer-type.number-notice"]).toMatch(/You do not have to give your number.*Legal authority: /u)
})
