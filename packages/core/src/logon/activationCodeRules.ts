import { over } from "../engine/Rule.ts"
import { activationCodeFacts } from "./activationCodeFacts.ts"
import type { ActivationCodeFacts } from "./activationCodeFacts.ts"
import type { CredentialPolicy } from "./credentialSheet.ts"

const { rule, question } = over<ActivationCodeFacts, CredentialPolicy>(activationCodeFacts)

const inForce = ({ logon }: CredentialPolicy): boolean => logon.activation.requireActivation

const remedies = ["remedy.use-the-link", "remedy.send-new-link"] as const

export const activationCodeCame = rule({
  id: "R-30b",
  title: "The first log-in comes by the link of the e-mail",
  cites: [
    { source: "seed", line: 351, quote: "we will send you an email with a link to an authentication code" },
    { decision: "D-13" }
  ],
  inForce,
  reads: ["activationCode.equal"],
  check: ({ activationCode }) => activationCode.equal,
  message: "issue.activation-missing",
  remedies
})

export const activationCodeIsOpen = rule({
  id: "R-29",
  title: "The code is used once, and none but the newest",
  cites: [
    { source: "seed", line: 351, quote: "that you will use only once during your initial login" },
    { decision: "D-13" }
  ],
  inForce,
  reads: ["activationCode.state"],
  check: ({ activationCode }) => activationCode.state === "open",
  message: "issue.activation-superseded",
  remedies
})

export const activationCodeIsInTime = rule({
  id: "D-13",
  title: "The code is not too old",
  cites: [
    { decision: "D-13" },
    {
      source: "NIST SP 800-63A-4, confirmation codes",
      url: "https://pages.nist.gov/800-63-4/sp800-63a.html"
    }
  ],
  inForce,
  reads: ["activationCode.now", "activationCode.expiresAt"],
  check: ({ activationCode: { now, expiresAt } }) => now < expiresAt,
  message: "issue.activation-expired",
  params: ({ logon: { activation } }) => ({ hours: activation.lifetimeHours }),
  remedies: ["remedy.send-new-link"]
})

/** Does this log-in activate the logon? Asked after the right username and password. */
export const activationCode = question({
  id: "activation-code",
  refusedUnless: [activationCodeCame, activationCodeIsOpen, activationCodeIsInTime],
  reads: [],
  grants: () => "activated" as const,
  secretAnswer: { message: "issue.activation-missing", remedies }
})
