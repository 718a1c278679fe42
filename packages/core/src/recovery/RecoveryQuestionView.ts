/** The answer of `POST /v1/recovery/password/question`, to whoever holds a link that is good. */
export interface RecoveryQuestionView {
  /** What is asked besides the link; `none`: nothing is left, a letter and a new request are the way. */
  readonly proof: "secret-question" | "code" | "none"
  /** Id of the question, with `secret-question`. */
  readonly question?: string
  /** What a passkey is to sign, with `code`, where the logon has a passkey: the browser's request options, new at each call. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Whose password it is: whoever holds the link knows, or may know. */
  readonly username: string
}
