/** A route that is not in the OpenAPI document, and why. */
interface Undescribed {
  readonly path: RegExp
  readonly reason: string
}

const pages = [
  "",
  "register",
  "log-in",
  "activate",
  "two-step",
  "security-code",
  "account",
  "security",
  "terms",
  "profile",
  "forgot",
  "reset",
  "not-me",
  "letter"
]

/** Every route that is not for others to build on; a new one is described, or stands here with its reason. */
export const undescribed: ReadonlyArray<Undescribed> = [
  { path: new RegExp(`^/(?:${pages.join("|")})$`), reason: "a page of the Department, for people" },
  { path: /^\/docs(?:\.css)?$/, reason: "the document as a page, for people" },
  { path: /^\/embed\/v1\/create-logon$/, reason: "the framed form: a partner embeds it by mtc.js" },
  { path: /^\/widget\/[^/]+\/[^/]+$/, reason: "files of the widget" },
  { path: /^(?:\/v1)?\/dev\//, reason: "development only" }
]
