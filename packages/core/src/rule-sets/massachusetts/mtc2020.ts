import type { ContactsPolicy, PolicyInForce } from "../../questions/policySheet.ts"
import { questions } from "../../questions/questions.ts"
import { ruleSet } from "../../engine/RuleSet.ts"
import { accountTypes } from "./accountTypes.ts"
import { formLines } from "./formLines.ts"
import { mtc2020Sources } from "./mtc2020Sources.ts"
import { terms } from "./terms.ts"

/**
 * Where people get help.
 *
 * **Details**
 *
 * Seed lines 121 and 375 (phones, hours), 372 (sender). Line 95 has another number, 617-897-6367: a misprint, since MDOR on
 * a keypad is 6367 and mass.gov has 617-887-MDOR.
 *
 * @rule D-21 @rule R-13
 */
export const contacts: ContactsPolicy = {
  phone: "617-887-6367",
  tollFree: "800-392-6089",
  hours: "contact.hours",
  mailFrom: "MTCNoReply@dor.state.ma.us"
}

/** The list of secret questions, wording `secret-question.<id>`: the first is the seed's (line 225), the others are ours. @rule D-20 */
export const secretQuestions = [
  "city-met-spouse",
  "first-pet",
  "first-school",
  "city-mother-born",
  "first-employer",
  "childhood-friend"
] as const

/** The values of the walk-through of 2020 (the seed), and ours where it has none. `mtc2020Sources` lists the source of each. */
export const mtc2020Policy: PolicyInForce = {
  idRanges: "live",
  accountTypes,
  formLines,
  verification: {
    taxpayerTypes: ["individual", "business"],
    returnWindow: { unit: "latestFiledPeriods", count: 3 },
    amounts: "filed",
    jointReturns: "accepted",
    minimumPostedAgeDays: 0,
    letters: {
      kinds: ["sign-up"],
      lifeDays: 90,
      requestIntervalDays: 14,
      maxRequestedInWindow: 3,
      requestWindowDays: 90
    },
    attempts: {
      amounts: { maxFailures: 5, windowHours: 24, maxFailuresPerYear: 10, reopenDays: 90 },
      letters: { maxFailures: 5, windowHours: 24, waitMinutes: 15, alarmFailures: 100, maxFailuresInAlarm: 2 }
    }
  },
  logon: {
    username: { minCodePoints: 3, maxCodePoints: 60 },
    password: {
      minCodePoints: 8,
      maxCodePoints: 15,
      classes: ["upper", "lower", "digit"],
      history: 5,
      blocklist: "warning",
      mayContainUsername: true
    },
    secretQuestions,
    secretAnswer: { minCodePoints: 1, maxCodePoints: 100 },
    pin: { digits: 4, maxChecksPerDay: 3 },
    profile: {
      name: { minCodePoints: 1, maxCodePoints: 100 },
      phoneCountries: ["US", "CA"],
      phoneTypes: ["cell", "home", "work"]
    },
    activation: {
      requireActivation: true,
      lifetimeHours: 24,
      resends: 5,
      unusedDays: 30
    }
  },
  terms,
  access: {
    confirmationHoldDays: 14,
    notMeDays: 90,
    accessRequestDays: 21
  },
  twoStep: {
    kinds: ["totp", "sms", "email", "passkey"],
    code: {
      digits: 6,
      lifetimeMinutes: 10,
      maxTries: 5,
      maxFailuresInARow: 10,
      lockMinutes: 15,
      resend: { cooldownSeconds: 30, per15Minutes: 3, perDay: 10 }
    },
    app: { stepSeconds: 30, toleranceSteps: 1 },
    passkey: { lifetimeMinutes: 5 },
    recoveryCode: { count: 10, characters: 16 },
    trustedDevice: { lifetimeDays: 30, maxDevices: 10, maxLogons: 20, graceSeconds: 60 }
  },
  session: { idleMinutes: 15, totalHours: 12, warnSeconds: 150, passwordAgainMinutes: 20 },
  logIn: { maxFailures: 5, windowMinutes: 15, maxFailuresInARow: 100 },
  profile: { emailLinkHours: 24, notMeDays: 30 },
  recovery: {
    linkMinutes: 30,
    maxWrongAnswers: 3,
    maxWrongAnswersInWindow: 5,
    windowHours: 24,
    maxLinksPerHour: 3
  },
  letters: {
    formerAddressDays: 30,
    lockLetterDays: 30
  },
  contacts,
  retention: {
    draftIdleMinutes: 30,
    draftHours: 24,
    attemptYears: 2,
    decisionYears: 2,
    auditYears: 7,
    ticketHours: 1,
    sessionDays: 30,
    noticeDays: 90,
    linkDays: 90
  }
}

/** The walk-through of 2020, exactly. */
export const mtc2020 = ruleSet({
  id: "mtc-2020",
  version: 1,
  effective: { from: "2020-01-01" },
  policy: mtc2020Policy,
  sources: mtc2020Sources,
  questions
})
