import type { QuestionId } from "../../packages/core/src/questions/questionIds.ts"
import type { PolicyInForce } from "../../packages/core/src/questions/policySheet.ts"

/** For each fact of a question, the classes of its values; subject -> name -> values. */
export type FactSpace = Readonly<Record<string, Readonly<Record<string, ReadonlyArray<unknown>>>>>

const holds = ["identity-theft", "deceased", "legal", "registration-lock"]
const subsets = <T>(all: ReadonlyArray<T>): ReadonlyArray<ReadonlyArray<T>> =>
  all.reduce<ReadonlyArray<ReadonlyArray<T>>>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]])

const flag = [true, false]
const evidence = ["amount", "lineItem", "letterId"]

/** The edges of a limit: the last that passes, and the first that doesn't. */
const around = (limit: number): ReadonlyArray<number> => [0, limit - 1, limit]

/** The whole space of each question but the request's, which has a file of its own. */
export const questionSpaces = (
  policy: PolicyInForce
): Readonly<Record<Exclude<QuestionId, "verification" | "logon-request">, FactSpace>> => {
  const { logon, terms, twoStep } = policy
  const { maxCodePoints, minCodePoints } = logon.password
  const whole = "Aa1".padEnd(minCodePoints, "x")
  const texts = [
    whole,
    whole.slice(1),
    "Aa1".padEnd(maxCodePoints + 1, "x"),
    "a1".padEnd(minCodePoints, "x"),
    "A1".padEnd(minCodePoints, "X"),
    "Aa".padEnd(minCodePoints, "x"),
    whole.toLowerCase(),
    ""
  ]
  const password = { text: texts, confirm: [whole, "another"], username: ["good.elmo", whole, "a1"], blocklisted: flag }
  const nowMs = 100_000_000
  const now = Math.floor(nowMs / (twoStep.app.stepSeconds * 1000))
  const graceMs = twoStep.trustedDevice === "off" ? 0 : twoStep.trustedDevice.graceSeconds * 1000
  const secondStep = {
    failuresInARow: around(twoStep.code.maxFailuresInARow),
    lockedUntil: [null, nowMs - 1, nowMs, nowMs + 1],
    now: [nowMs]
  }
  const method = { kind: ["totp", "sms", "email", "passkey"], confirmed: flag, others: [0, 1] }
  const since = (minutes: number) => [-1, 0, 1].map((ms) => nowMs - minutes * 60_000 + ms)
  const session = {
    ended: flag,
    now: [nowMs],
    lastSeenAt: since(policy.session.idleMinutes),
    expiresAt: [nowMs - 1, nowMs, nowMs + 1],
    passwordAt: since(policy.session.passwordAgainMinutes)
  }
  const mailedLink = { state: ["open", "used", "superseded"], now: [nowMs], expiresAt: [nowMs - 1, nowMs, nowMs + 1] }
  return {
    username: {
      username: {
        text: [
          "good.elmo",
          "ab",
          "abc",
          "a b c",
          "a\u200bbc",
          "900126789",
          "900-12-6789x",
          "elm\u043e",
          "x".repeat(60),
          "x".repeat(61)
        ],
        ownNumber: [null, "900126789"],
        taken: flag
      }
    },
    password: { password },
    "password-change": { password, passwordChange: { reused: flag } },
    "secret-question": {
      secretQuestion: {
        question: ["city-met-spouse", "nobody's"],
        answer: ["new bedford", "", "x".repeat(logon.secretAnswer.maxCodePoints + 1), "good.elmo", whole],
        username: ["good.elmo"],
        password: [whole]
      }
    },
    profile: {
      profile: {
        name: ["LARRY MO", "", "x".repeat(logon.profile.name.maxCodePoints + 1)],
        phoneCountry: ["US", "XX"],
        phoneType: ["cell", "fax"],
        phoneNumber: ["+11111111111", "+16178876367"],
        pin: ["7".repeat(logon.pin.digits), "7".repeat(logon.pin.digits - 1), "70".padEnd(logon.pin.digits, "41")],
        email: ["a@example.com"],
        confirmEmail: ["a@example.com", "b@example.com"]
      }
    },
    terms: {
      access: {
        masterExists: flag,
        accountType: ["meals"],
        taxProfessional: flag,
        termsAccepted: flag,
        termsVersion: [terms.version, "2019-01-01"]
      }
    },
    role: {
      access: {
        masterExists: flag,
        accountType: ["meals", "personal-income-tax"],
        taxProfessional: flag,
        termsAccepted: flag,
        termsVersion: [terms.version]
      }
    },
    processing: { request: { holds: subsets(holds), accountClosed: flag } },
    contest: {
      contest: {
        evidence,
        letterStands: flag,
        openedAt: [null, 1000],
        staffOnly: flag,
        letterMailedAt: [null, 999, 1000, 1001]
      }
    },
    granting: {
      granting: {
        evidence,
        contestOpen: flag,
        letterCodeEntered: flag,
        effectiveDays: around(policy.access.confirmationHoldDays)
      }
    },
    "activation-code": {
      activationCode: { equal: flag, state: ["open", "used", "superseded"], now: [1000], expiresAt: [999, 1000, 1001] }
    },
    "security-code": {
      secondStep,
      securityCode: {
        equal: flag,
        state: ["open", "confirmed", "superseded"],
        failures: around(twoStep.code.maxTries),
        expiresAt: [nowMs - 1, nowMs, nowMs + 1]
      }
    },
    "app-code": {
      secondStep,
      appCode: { step: [null, now - 2, now - 1, now, now + 1, now + 2], lastStep: [null, now - 1, now, now + 1] }
    },
    "recovery-code": { secondStep, recoveryCode: { state: ["open", "used", "replaced", "none"] } },
    passkey: {
      secondStep,
      passkey: {
        signed: flag,
        state: ["open", "confirmed", "superseded"],
        expiresAt: [nowMs - 1, nowMs, nowMs + 1]
      }
    },
    "two-step-method": { method },
    "two-step-removal": { method },
    "trusted-device": {
      trustedDevice: {
        sameLogon: flag,
        revoked: flag,
        replacedAt: [null, nowMs - graceMs - 1, nowMs - graceMs, nowMs - graceMs + 1, nowMs],
        now: [nowMs],
        expiresAt: [nowMs - 1, nowMs, nowMs + 1]
      }
    },
    "log-in-tries": {
      logIn: { failuresInARow: around(policy.logIn.maxFailuresInARow), fromTrustedDevice: flag, byActivationCode: flag }
    },
    session: { session },
    "password-again": { session },
    "mailed-link": { mailedLink },
    recovery: {
      mailedLink: { ...mailedLink, state: ["open", "used"], expiresAt: [nowMs, nowMs + 1] },
      recovery: {
        status: ["active", "approved", "frozen"],
        wrongAnswers: [0, policy.recovery.maxWrongAnswers - 1, policy.recovery.maxWrongAnswers],
        wrongAnswersInWindow: [policy.recovery.maxWrongAnswersInWindow - 1, policy.recovery.maxWrongAnswersInWindow],
        proved: flag
      }
    },
    "letter-request": {
      letterRequest: {
        onFile: flag,
        mailedInWindow: around(policy.verification.letters.maxRequestedInWindow),
        unusedMailedAt: [null, nowMs - 1, nowMs, nowMs + 1],
        newestMailedAt: [null, nowMs, nowMs + 1],
        now: [
          nowMs + policy.verification.letters.requestIntervalDays * 86_400_000,
          nowMs + policy.verification.letters.lifeDays * 86_400_000
        ]
      }
    }
  }
}
