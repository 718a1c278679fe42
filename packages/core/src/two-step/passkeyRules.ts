import { passkeyFacts } from "./passkeyFacts.ts"
import type { PasskeyFacts } from "./passkeyFacts.ts"
import { overSecondStep } from "./secondStepRules.ts"

const { rule, secondStep } = overSecondStep<PasskeyFacts>(passkeyFacts)

const refused = {
  message: "issue.passkey-refused",
  remedies: ["remedy.passkey-again", "remedy.other-way"]
} as const

const webAuthn = { source: "Web Authentication Level 3, 7.2", url: "https://www.w3.org/TR/webauthn-3/" } as const

export const passkeyChallengeIsOpen = rule({
  id: "D-49b",
  title: "The challenge is the newest, not used, and not too old",
  cites: [{ decision: "D-49" }, webAuthn],
  reads: ["secondStep.now", "passkey.state", "passkey.expiresAt"],
  check: ({ passkey: { expiresAt, state }, secondStep: { now } }) => state === "open" && now < expiresAt,
  ...refused
})

export const passkeySigned = rule({
  id: "D-49c",
  title: "The passkey signed the challenge for this house",
  cites: [
    { decision: "D-49" },
    webAuthn,
    {
      source: "NIST SP 800-63B-4, 2.2.2 Phishing-resistant option",
      url: "https://pages.nist.gov/800-63-4/sp800-63b.html"
    }
  ],
  reads: ["passkey.signed"],
  check: ({ passkey }) => passkey.signed,
  ...refused
})

/** Does this passkey confirm? */
export const passkey = secondStep({
  id: "passkey",
  refusedUnless: [passkeyChallengeIsOpen, passkeySigned],
  secretAnswer: refused
})
