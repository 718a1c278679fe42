import type { MessageId } from "../wording/MessageId.ts"

/** One kind of problem: what an HTTP client can rely on. */
export interface ProblemRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  /** What a person can do next, in the wording. */
  readonly remedies?: ReadonlyArray<MessageId>
  /** Its body has no request id, so that two of them are the same to the byte. @rule D-09 */
  readonly isUniform?: true
  /** Its title, where it is not the sentence `problem.<code>`: where a rule refuses the call, what the rule says. */
  readonly title?: MessageId
}

/**
 * Every problem that a call can be refused with, by its code.
 *
 * **Details**
 *
 * A code is stable: it is the end of the type `urn:mtc-logon:problem:<code>`. Its title in the wording is `problem.<code>`, with
 * hyphens. The API document lists these, and a call can name no other.
 */
export const problems = {
  malformed: { status: 400 },
  not_found: { status: 404 },
  unreadable: { status: 410 },
  unsupported_media_type: { status: 415 },
  too_large: { status: 413 },
  origin_not_allowed: { status: 403 },
  partner_unknown: { status: 403, title: "problem.partner-refused" },
  partner_disabled: { status: 403, title: "problem.partner-refused" },
  bearer_required: { status: 401 },
  api_key_required: { status: 401 },
  scope_missing: { status: 403 },
  too_many_requests: { status: 429 },
  unavailable: { status: 503 },
  internal: { status: 500 },

  step_not_open: { status: 409 },
  issues: { status: 422 },
  verification_failed: {
    status: 422,
    isUniform: true,
    remedies: ["remedy.check-number-and-amount", "remedy.use-letter-id", "remedy.call"]
  },
  // An account that is locked until a moment says so with `retryAt`; what does not open by itself is not waited for (D-30).
  locked: {
    status: 423,
    isUniform: true,
    remedies: ["remedy.use-letter-id", "remedy.request-letter", "remedy.call"]
  },

  log_in_failed: { status: 401, title: "decision.log-in-failed" },
  log_in_locked: { status: 423 },
  activation_required: { status: 403 },
  resends_used_up: { status: 409 },
  not_logged_in: { status: 401, title: "decision.not-logged-in" },
  terms_required: { status: 403 },
  password_refused: { status: 422, title: "problem.password-wrong" },

  code_refused: { status: 422 },
  code_locked: { status: 423 },
  too_soon: { status: 429 },
  texts_used_up: { status: 429, remedies: ["remedy.other-way", "remedy.call"] },
  password_required: { status: 403, title: "decision.password-required" },
  last_method: { status: 409, title: "decision.last-method" },
  already_confirmed: { status: 409 },
  kind_not_offered: { status: 422, title: "decision.kind-not-offered" },

  link_refused: { status: 422, isUniform: true, remedies: ["remedy.send-new-link", "remedy.call"] },
  answer_refused: { status: 422, remedies: ["remedy.request-letter", "remedy.call"] },
  recovery_locked: { status: 423, remedies: ["remedy.wait", "remedy.request-letter", "remedy.call"] },
  nothing_to_lock: { status: 409 },
  nothing_to_open: { status: 409 },
  nothing_to_confirm: { status: 409 },
  letter_refused: {
    status: 422,
    isUniform: true,
    remedies: ["remedy.check-letter", "remedy.request-letter", "remedy.call"]
  }
} as const satisfies Readonly<Record<string, ProblemRow>>

export type ProblemCode = keyof typeof problems

type Hyphens<Code extends string> = Code extends `${infer First}_${infer Rest}` ? `${First}-${Hyphens<Rest>}` : Code

/** The title of a problem in the wording. A code without a sentence does not compile. */
export const titleOf = (code: ProblemCode): MessageId => {
  const { title }: ProblemRow = problems[code]
  return title ?? `problem.${code.replaceAll("_", "-") as Hyphens<TitledCode>}`
}

type TitledCode = {
  [C in ProblemCode]: (typeof problems)[C] extends { readonly title: string } ? never : C
}[ProblemCode]
