/** Slips of the large mail hosts, as they are typed. */
const slips: Readonly<Record<string, string>> = {
  "gmial.com": "gmail.com",
  "gmai.com": "gmail.com",
  "gmail.co": "gmail.com",
  "gmail.con": "gmail.com",
  "gmal.com": "gmail.com",
  "gnail.com": "gmail.com",
  "hotmial.com": "hotmail.com",
  "hotmail.con": "hotmail.com",
  "yaho.com": "yahoo.com",
  "yahoo.con": "yahoo.com",
  "outlok.com": "outlook.com",
  "iclod.com": "icloud.com",
  "comcast.ne": "comcast.net"
}

/** The address that was perhaps meant; it is offered and never set by itself. */
export const suggestEmail = (typed: string): string | undefined => {
  const at = typed.lastIndexOf("@")
  const host = typed
    .slice(at + 1)
    .trim()
    .toLowerCase()
  return at > 0 && Object.hasOwn(slips, host) ? `${typed.slice(0, at)}@${slips[host]}` : undefined
}
