/** What is sent, and to whom it is told; a template of its name stands in the server's channels. */
export type NoticeKind =
  /** The request was received (seed line 367). */
  | "receipt"
  /** It was approved, with the activation link (seed lines 385-402). */
  | "approved"
  /** The link again, at the person's wish. */
  | "activation"
  /** It could not be finished on line (D-35). */
  | "referred"
  | "denied"
  /** A code for the second step (seed line 459). */
  | "security-code"

/** One thing to send: its kind and the id of what it is about; words and codes are made when it is sent. */
export interface Notice {
  readonly kind: NoticeKind
  /** Request, logon or security code, as the kind has it. */
  readonly about: "logon-request" | "security-code"
}
