const gmail: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"])

/**
 * The mailbox that an e-mail address is counted as: without `+tag` and case, at Gmail without dots.
 *
 * **Gotchas**
 *
 * For limits only. Nothing is sent to it, and nobody logs in with it: elsewhere `a+b@` and `a@` may be two people.
 *
 * @rule D-63
 */
export const mailboxKey = (email: string): string => {
  const at = email.lastIndexOf("@")
  const domain = email.slice(at + 1).toLowerCase()
  const mailbox = email
    .slice(0, at)
    .toLowerCase()
    .replace(/(?<=.)\+.*$/u, "")
  return gmail.has(domain) ? `${mailbox.replaceAll(".", "")}@gmail.com` : `${mailbox}@${domain}`
}
