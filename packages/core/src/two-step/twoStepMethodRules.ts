import { over } from "../engine/Rule.ts"
import { twoStepMethodFacts } from "./twoStepMethodFacts.ts"
import type { TwoStepMethodFacts } from "./twoStepMethodFacts.ts"
import type { TwoStepPolicy } from "./twoStepSheet.ts"

const { rule, question } = over<TwoStepMethodFacts, TwoStepPolicy>(twoStepMethodFacts)

const outOfBand = {
  source: "NIST SP 800-63B-4, 3.1.3 Out-of-band devices",
  url: "https://pages.nist.gov/800-63-4/sp800-63b.html"
} as const

export const kindIsOffered = rule({
  id: "R-31a",
  title: "The way is one of those offered",
  cites: [
    { source: "seed", line: 420, quote: "You must set up two-step verification using one of the options below." },
    { decision: "D-14" }
  ],
  reads: ["method.kind"],
  check: ({ method }, { twoStep }) => twoStep.kinds.includes(method.kind),
  message: "decision.kind-not-offered",
  remedies: ["remedy.other-way"]
})

export const codesComeNotByEmail = rule({
  id: "D-14f",
  title: "Security codes should not come by e-mail",
  cites: [{ decision: "D-14" }, outOfBand],
  reads: ["method.kind"],
  check: ({ method }) => method.kind !== "email",
  message: "advice.email-codes",
  remedies: ["remedy.use-app-or-passkey"]
})

export const codesComeNotByPhone = rule({
  id: "D-14g",
  title: "Security codes should not come by text message alone",
  cites: [{ decision: "D-14" }, outOfBand],
  reads: ["method.others", "method.kind"],
  check: ({ method }) => method.kind !== "sms" || method.others > 0,
  message: "advice.sms-codes",
  remedies: ["remedy.use-app-or-passkey"]
})

export const anotherWayWorks = rule({
  id: "D-14h",
  title: "A second way should work",
  cites: [
    { decision: "D-14" },
    {
      source: "NIST SP 800-63B-4, 4.1.2 Binding of additional authenticators",
      url: "https://pages.nist.gov/800-63-4/sp800-63b.html"
    }
  ],
  reads: ["method.others"],
  check: ({ method }) => method.others > 0,
  message: "advice.second-method",
  remedies: ["remedy.add-second-method"]
})

/** May a logon have this way to get codes? What it is advised to do otherwise are its warnings. */
export const twoStepMethod = question({
  id: "two-step-method",
  refusedUnless: [kindIsOffered],
  warnedUnless: [codesComeNotByEmail, codesComeNotByPhone, anotherWayWorks],
  reads: [],
  grants: () => "offered" as const,
  secretAnswer: { message: "decision.kind-not-offered", remedies: ["remedy.other-way"] }
})

export const oneWayStays = rule({
  id: "R-31b",
  title: "The last way that works stays until another one does",
  cites: [
    { source: "seed", line: 420, quote: "You must set up two-step verification using one of the options below." },
    { decision: "D-14" }
  ],
  reads: ["method.confirmed", "method.others"],
  check: ({ method }) => !method.confirmed || method.others > 0,
  message: "decision.last-method",
  remedies: ["remedy.add-second-method"]
})

/** May this way be removed? */
export const twoStepRemoval = question({
  id: "two-step-removal",
  refusedUnless: [oneWayStays],
  reads: [],
  grants: () => "removed" as const,
  secretAnswer: { message: "decision.last-method", remedies: ["remedy.add-second-method"] }
})
