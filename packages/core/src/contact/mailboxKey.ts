const gmail: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"])

/**
 * Returns the mailbox of an e-mail address for counting: without `+tag`, in lower case, and for Gmail without dots.
 *
 * **Gotchas**
 *
 * Use it only for limits. Never send to it or log in with it: at other providers, `a+b@` and `a@` can be two people.
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
