/** The answer of `POST /v1/recovery/password/question`, to whoever holds a link that is good. */
export interface RecoveryQuestionView {
  /** What is asked besides the link; `none`: nothing is left, a letter and a new request are the way. */
  readonly proof: "secret-question" | "code" | "none"
  /** Id of the question, with `secret-question`. */
  readonly question?: string
  /** Whose password it is: whoever holds the link knows, or may know. */
  readonly username: string
}
