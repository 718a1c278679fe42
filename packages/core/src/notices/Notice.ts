/** The kinds of messages. The server's channels have a template with each name. */
export type NoticeKind =
  /** The request was received (seed line 367). */
  | "receipt"
  /** The request was approved; with the activation link (seed lines 385-402). */
  | "approved"
  /** The activation link again, at the person's request. */
  | "activation"
  /** To the original address: it is no longer used (D-13). */
  | "email-corrected"
  /** The request could not be finished online (D-35). */
  | "referred"
  | "denied"
  /** A code for the second step (seed line 459). */
  | "security-code"
  /** Someone logged in from a new browser. */
  | "new-device"
  /** A two-step method was added to others, or removed. */
  | "two-step-added"
  | "two-step-removed"
  /** Recovery codes were created, or one was used (D-49). */
  | "recovery-codes-made"
  | "recovery-code-used"
  /** A token of a trusted device was copied (D-15). */
  | "device-token-reused"
  /** Too many wrong passwords in a row (D-48). */
  | "password-closed"
  /** The activation was not used in time (D-33). */
  | "expired"
  /** A part of a logon was changed; with the code that undoes it. */
  | "profile-changed"
  /** The link to a new address. */
  | "email-link"
  /** The forgotten username, or the link to a new password (D-47). */
  | "username-reminder"
  | "password-link"
  /** It is closed: somebody said "this was not me". */
  | "frozen"
  /** Whoever is to be told of a new logon is looked up, and each is told on their own (D-26). */
  | "tell-owner"
  /** To an address on file: a logon was made, with the code that closes it. */
  | "logon-made"
  | "logon-made-letter"
  /** A letter with a letter ID (D-07). */
  | "sign-up-letter"
  /** A letter: wrong attempts locked the number (D-30). */
  | "lock-letter"
  /** A letter: someone guessed many letter IDs for the number (D-61). */
  | "guesses-letter"
  /** A letter: somebody who was verified says that the logon there is not theirs (D-34). */
  | "not-me-letter"

/** A message to send: its kind and the id of its subject. The server creates its text and codes when it sends it. */
export interface Notice {
  readonly kind: NoticeKind
  /** Request, logon, security code, letter or number, as the kind has it. What goes by post is about a number that the house knows. */
  readonly about: "logon-request" | "security-code" | "logon" | "letter" | "taxpayer"
}
