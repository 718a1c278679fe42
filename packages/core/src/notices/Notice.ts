/** What is sent, and to whom it is told; a template of its name stands in the server's channels. */
export type NoticeKind =
  /** The request was received (seed line 367). */
  | "receipt"
  /** It was approved, with the activation link (seed lines 385-402). */
  | "approved"
  /** The link again, at the person's wish. */
  | "activation"
  /** To the address that was given first: it is no longer used (D-13). */
  | "email-corrected"
  /** It could not be finished on line (D-35). */
  | "referred"
  | "denied"
  /** A code for the second step (seed line 459). */
  | "security-code"
  /** The logon was opened in a browser that it was never opened with. */
  | "new-device"
  /** A way to get codes was added to others, or removed. */
  | "two-step-added"
  | "two-step-removed"
  /** Recovery codes were made, or one was used (D-49). */
  | "recovery-codes-made"
  | "recovery-code-used"
  /** A token of a trusted device was copied (D-15). */
  | "device-token-reused"
  /** Too many wrong passwords in a row (D-48). */
  | "password-closed"
  /** The activation was not used in time (D-33). */
  | "expired"
  /** A part of a logon was changed, with the code that puts it back. */
  | "profile-changed"
  /** The link to a new address. */
  | "email-link"
  /** What was forgotten: the username, or the link to a new password (D-47). */
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
  /** A letter: the number is locked after wrong attempts (D-30). */
  | "lock-letter"
  /** A letter: many letter IDs were guessed for the number (D-61). */
  | "guesses-letter"
  /** A letter: somebody who was verified says that the logon there is not theirs (D-34). */
  | "not-me-letter"

/** One thing to send: its kind and the id of what it is about; words and codes are made when it is sent. */
export interface Notice {
  readonly kind: NoticeKind
  /** Request, logon, security code, letter or number, as the kind has it. What goes by post is about a number that the house knows. */
  readonly about: "logon-request" | "security-code" | "logon" | "letter" | "taxpayer"
}
