import { over } from "../engine/Rule.ts"
import { mailedLinkFacts } from "./mailedLinkFacts.ts"
import type { MailedLinkFacts } from "./mailedLinkFacts.ts"

const { rule, question } = over<MailedLinkFacts, unknown>(mailedLinkFacts)

/** One answer for a link that is used, replaced or too old. */
const notGood = { message: "issue.link-not-good", remedies: ["remedy.send-new-link", "remedy.call"] } as const

export const mailedLinkIsOpen = rule({
  id: "D-47a",
  title: "A mailed link works once, and none but the newest",
  cites: [
    { decision: "D-47" },
    {
      source: "OWASP: Forgot Password Cheat Sheet",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html"
    }
  ],
  reads: ["mailedLink.state"],
  check: ({ mailedLink }) => mailedLink.state === "open",
  ...notGood
})

export const mailedLinkIsInTime = rule({
  id: "D-47b",
  title: "A mailed link is not too old",
  cites: [
    { decision: "D-47" },
    { source: "NIST SP 800-63B-4, 4.2 Account recovery", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["mailedLink.now", "mailedLink.expiresAt"],
  check: ({ mailedLink: { expiresAt, now } }) => now < expiresAt,
  ...notGood
})

/** Is this link or code still good? */
export const mailedLink = question({
  id: "mailed-link",
  refusedUnless: [mailedLinkIsOpen, mailedLinkIsInTime],
  reads: [],
  grants: () => "good" as const,
  secretAnswer: notGood
})
