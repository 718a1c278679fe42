import { appCodeFacts } from "./appCodeFacts.ts"
import type { AppCodeFacts } from "./appCodeFacts.ts"
import { overSecondStep } from "./secondStepRules.ts"

const { rule, secondStep } = overSecondStep<AppCodeFacts>(appCodeFacts)

const remedies = ["remedy.next-app-code", "remedy.phone-clock"] as const

export const appCodeIsRight = rule({
  id: "R-34c",
  title: "What was typed is the app's code of now, or of a step beside it",
  cites: [
    { source: "seed", line: 420, quote: "you'll be asked to provide a unique security code to verify your identity" },
    { source: "RFC 6238, 5.2 Validation and Time-Step Size", url: "https://www.rfc-editor.org/rfc/rfc6238" }
  ],
  reads: ["secondStep.now", "appCode.step"],
  check: ({ appCode: { step }, secondStep: { now } }, { twoStep: { app } }) =>
    step !== null && Math.abs(step - Math.floor(now / (app.stepSeconds * 1000))) <= app.toleranceSteps,
  message: "issue.app-code-wrong",
  remedies
})

export const appCodeIsNew = rule({
  id: "D-14e",
  title: "The code is of a later step than the last one used",
  cites: [
    { decision: "D-14" },
    { source: "NIST SP 800-63B-4, 3.1.4 Single-factor OTP", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["appCode.lastStep", "appCode.step"],
  check: ({ appCode: { lastStep, step } }) => lastStep === null || (step !== null && step > lastStep),
  message: "issue.app-code-wrong",
  remedies
})

/** Does this code of an authentication app confirm? */
export const appCode = secondStep({
  id: "app-code",
  refusedUnless: [appCodeIsRight, appCodeIsNew],
  secretAnswer: { message: "issue.app-code-wrong", remedies }
})
