import { mtc2020Sources } from "./mtc2020Sources.ts"

/** The source of each value in `nist-800-63b-4`: the standard if it has one, otherwise the walk-through. */
export const nist80063b4Sources: Readonly<Record<string, string>> = {
  ...mtc2020Sources,
  accountTypes: "NIST SP 800-63A-4, 3.2.1: what somebody may know of a return proves nobody",
  "verification.minimumPostedAgeDays": "R-41, ours",
  "verification.letters.lifeDays": "NIST SP 800-63A-4: confirmation codes by post",
  "verification.attempts.amounts.maxFailures": "ours",
  "verification.attempts.amounts.maxFailuresPerYear": "ours",
  "verification.attempts.letters.maxFailures": "ours",
  "logon.password.minCodePoints": "NIST SP 800-63B-4, 3.1.1.2",
  "logon.password.maxCodePoints": "NIST SP 800-63B-4, 3.1.1.2: 64 at least",
  "logon.password.classes": "NIST SP 800-63B-4, 3.1.1.2: shall not impose composition rules",
  "logon.password.blocklist": "NIST SP 800-63B-4, 3.1.1.2",
  "logon.password.mayContainUsername": "NIST SP 800-63B-4, 3.1.1.2: context-specific words",
  "logon.secretQuestions": "NIST SP 800-63B-4, 3.1.1.2: shall not prompt for them",
  "logon.pin.digits": "NIST SP 800-63A-4: six digits at least",
  "twoStep.kinds": "NIST SP 800-63B-4, 3.1.3: e-mail shall not be used, the telephone is restricted; 2.2.2",
  "twoStep.trustedDevice": "NIST SP 800-63B-4, 5.1: shall not be used instead of authentication",
  "logIn.maxFailures": "IRS Publication 1075, AC-7",
  "logIn.windowMinutes": "IRS Publication 1075, AC-7",
  "recovery.linkMinutes": "NIST SP 800-63B-4, 4.2: ten minutes, with a second proof",
  "retention.draftHours": "NIST SP 800-63B-4, 2.2: overall time-out"
}
