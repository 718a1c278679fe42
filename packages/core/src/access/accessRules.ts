import { over } from "../engine/Rule.ts"
import { accessFacts, processingFacts } from "./accessFacts.ts"
import type { AccessFacts, ProcessingFacts } from "./accessFacts.ts"
import type { AccessPolicy } from "./accessSheet.ts"
import type { Role } from "./Role.ts"

const { rule, question } = over<AccessFacts, Pick<AccessPolicy, "terms">>(accessFacts)

export const termsAreAccepted = rule({
  id: "R-24a",
  title: "The terms of use are accepted",
  cites: [
    { source: "seed", line: 261, quote: "select the box that reads I agree and then select Next" },
    { source: "seed", line: 294, quote: "I agree" }
  ],
  reads: ["access.termsAccepted"],
  check: ({ access }) => access.termsAccepted,
  message: "issue.terms-not-accepted",
  remedies: ["remedy.read-terms"]
})

export const termsAreInForce = rule({
  id: "R-24b",
  title: "The accepted terms are those in force",
  cites: [
    { source: "seed", line: 293, quote: "I understand and agree to the Terms of Use outlined above" },
    { decision: "D-44" }
  ],
  reads: ["access.termsVersion"],
  check: ({ access }, { terms }) => access.termsVersion === terms.version,
  message: "issue.terms-changed",
  remedies: ["remedy.read-terms"]
})

/** Are the terms of use accepted? */
export const terms = question({
  id: "terms",
  refusedUnless: [termsAreAccepted, termsAreInForce],
  reads: [],
  grants: () => "accepted" as const,
  secretAnswer: { message: "issue.terms-not-accepted", remedies: ["remedy.read-terms"] }
})

/**
 * The first person becomes the Master Administrator of the taxpayer; who comes later is given the verified account only.
 *
 * **Gotchas**
 *
 * Whether somebody is a tax professional changes no scope: a client is added by the client.
 *
 * @rule R-20 @rule D-10 @rule R-23
 */
export const decideRole = (masterExists: boolean, accountType: AccessFacts["access"]["accountType"]): Role =>
  masterExists ? { role: "TaxAdministrator", scope: accountType } : { role: "MasterAdministrator", scope: "all" }

/** Which role does a verified person get? It is a grant: nothing in it says no. */
export const role = question({
  id: "role",
  refusedUnless: [],
  reads: ["access.masterExists", "access.accountType"],
  grants: ({ access }): Role => decideRole(access.masterExists, access.accountType),
  secretAnswer: { message: "decision.not-verified", remedies: ["remedy.call"] }
})

const processed = over<ProcessingFacts, Pick<AccessPolicy, "terms">>(processingFacts)

/** The words for whatever stands against a request: one neutral sentence. */
const notFinished = { message: "decision.not-finished-online", remedies: ["remedy.call"] } as const

export const nothingIsHeld = processed.rule({
  id: "D-35",
  title: "No hold is on the taxpayer",
  cites: [{ decision: "D-35" }, { decision: "D-37" }],
  reads: ["request.holds"],
  check: ({ request }) => request.holds.length === 0,
  ...notFinished
})

export const accountIsOpen = processed.rule({
  id: "D-12",
  title: "The verified tax account is open to online access",
  cites: [{ decision: "D-12" }],
  reads: ["request.accountClosed"],
  check: ({ request }) => !request.accountClosed,
  ...notFinished
})

/** Is a submitted request approved? Asked when it is processed, so that a hold is no oracle. */
export const processing = processed.question({
  id: "processing",
  referredUnless: [nothingIsHeld],
  refusedUnless: [accountIsOpen],
  reads: [],
  grants: () => "approved" as const,
  secretAnswer: notFinished
})
