import type { PolicyInForce } from "../../decisions/PolicyInForce.ts"
import { questions } from "../../decisions/questions.ts"
import { ruleSet } from "../../engine/RuleSet.ts"
import { accountTypes } from "./accountTypes.ts"
import { contacts } from "./contacts.ts"
import { formLines } from "./formLines.ts"
import { secretQuestions } from "./secretQuestions.ts"
import { terms } from "./terms.ts"

/** The values of the walk-through of 2020 (the seed); where it is silent, ours, by the decision named. */
export const mtc2020Policy: PolicyInForce = {
  idRanges: "live", // D-22
  accountTypes,
  formLines,
  verification: {
    taxpayerTypes: ["individual", "business"], // seed line 61
    returnWindow: { unit: "latestFiledPeriods", count: 3 }, // seed lines 73 and 125, D-02
    amounts: "filed", // D-05
    jointReturns: "accepted", // D-06
    minimumPostedAgeDays: 0,
    letters: {
      kinds: ["sign-up"], // seed line 76
      lifeDays: 90, // D-07, after MyTax Illinois
      requestIntervalDays: 14 // D-07
    },
    attempts: {
      amounts: { maxFailures: 5, windowHours: 24, maxFailuresPerYear: 10 }, // D-30
      letters: { maxFailures: 5, windowHours: 24 } // D-30
    }
  },
  logon: {
    username: { minCodePoints: 3, maxCodePoints: 60 }, // seed line 205
    password: {
      minCodePoints: 8, // seed line 210
      maxCodePoints: 15, // seed line 210
      classes: ["upper", "lower", "digit"], // seed lines 211 to 213
      history: 5, // D-19
      blocklist: "warning", // D-19
      mayContainUsername: true // the seed is silent; D-19 forbids only the username itself
    },
    secretQuestions, // seed lines 221 and 225, D-20
    secretAnswer: { minCodePoints: 1, maxCodePoints: 100 }, // D-20
    pin: { digits: 4, maxChecksPerDay: 3 }, // seed line 167, D-17
    profile: {
      name: { minCodePoints: 1, maxCodePoints: 100 }, // ours
      phoneCountries: ["US", "CA"], // seed line 161
      phoneTypes: ["cell", "home", "work"] // seed line 163
    },
    activation: {
      requireActivation: true, // D-13
      lifetimeHours: 24, // D-13
      resends: 5, // D-33
      unusedDays: 30 // D-33
    }
  },
  terms,
  access: {
    confirmationHoldDays: 14, // D-25
    accessRequestDays: 21 // ours, after the letter codes of NIST SP 800-63A
  },
  twoStep: {
    kinds: ["totp", "sms", "email", "passkey"], // seed line 422; the last is ours, D-49
    code: {
      digits: 6, // seed lines 463 and 487
      lifetimeMinutes: 10, // D-14
      maxTries: 5, // D-14
      maxFailuresInARow: 10, // D-14
      lockMinutes: 15, // D-14
      resend: { cooldownSeconds: 30, per15Minutes: 3, perDay: 10 } // ours
    },
    app: { stepSeconds: 30, toleranceSteps: 1 }, // RFC 6238, 5.2
    passkey: { lifetimeMinutes: 5 }, // D-49
    recoveryCode: { count: 10, characters: 16 }, // D-49
    trustedDevice: { lifetimeDays: 30, maxDevices: 10, maxLogons: 20, graceSeconds: 60 } // D-15
  },
  session: { idleMinutes: 15, totalHours: 12, warnSeconds: 150, passwordAgainMinutes: 20 }, // D-48, within NIST SP 800-63B-4, 2.2
  logIn: { maxFailures: 5, windowMinutes: 15, maxFailuresInARow: 100 }, // D-48, NIST SP 800-63B-4, 3.2.2
  contacts,
  retention: {
    draftIdleMinutes: 30, // mass.gov: MassTaxConnect security, idle log-out
    draftHours: 24, // D-42
    attemptYears: 2, // D-42
    auditYears: 7 // D-42
  }
}

/** The walk-through of 2020, exactly. */
export const mtc2020 = ruleSet({
  id: "mtc-2020",
  version: 1,
  effective: { from: "2020-01-01" },
  policy: mtc2020Policy,
  questions
})
