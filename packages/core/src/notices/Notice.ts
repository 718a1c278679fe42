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
  /** The logon was opened in a browser that it was never opened with. */
  | "new-device"
  /** A way to get codes was added to others, or removed. */
  | "two-step-added"
  | "two-step-removed"
  /** @rule D-49 */
  | "recovery-codes-made"
  | "recovery-code-used"
  /** A token of a trusted device was copied. @rule D-15 */
  | "device-token-reused"
  /** Too many wrong passwords in a row. @rule D-48 */
  | "password-closed"

/** One thing to send: its kind and the id of what it is about; words and codes are made when it is sent. */
export interface Notice {
  readonly kind: NoticeKind
  /** Request, logon or security code, as the kind has it. */
  readonly about: "logon-request" | "security-code" | "logon"
}
