import type { Parsed } from "../engine/Parsed.ts"

export type EmailAddressIssue = "issue.email-missing" | "issue.email-malformed" | "issue.email-too-long"

/** RFC 5321, 4.5.3.1: octets of a path without its brackets, and of a local part. */
const most = { address: 254, local: 64 }

const local = /^[\w!#$%&'*+/=?^{|}~-]+(?:\.[\w!#$%&'*+/=?^{|}~-]+)*$/u
const label = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/u
const lastLabel = /^[a-z][a-z\d-]*[a-z\d]$/u

/**
 * Reads one e-mail address.
 *
 * **Details**
 *
 * A part of RFC 5322's addr-spec: dot-atom, `@`, a domain name of two labels or more. The domain is lower-cased, the local
 * part stays as typed. At most 254 characters, 64 before the `@`.
 *
 * **Gotchas**
 *
 * It accepts no display name, comma, quotes, comment, address literal or control character, and only ASCII. A value
 * that passes is one recipient in any header.
 */
export const parseEmailAddress = (typed: string): Parsed<string, EmailAddressIssue> => {
  const text = typed.replaceAll(/^ +| +$/gu, "")
  if (text === "") return { issue: "issue.email-missing" }
  const at = text.lastIndexOf("@")
  const [mailbox, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1).toLowerCase()]
  const labels = domain.split(".")
  const isOneAddress =
    local.test(mailbox) &&
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    lastLabel.test(labels.at(-1)!)
  if (!isOneAddress) return { issue: "issue.email-malformed" }
  if (text.length > most.address || mailbox.length > most.local) return { issue: "issue.email-too-long" }
  return { value: `${mailbox}@${domain}` }
}
