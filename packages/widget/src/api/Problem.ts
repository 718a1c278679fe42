import type { FieldIssue } from "@mtc-logon/core/logon-request"

/** Why a call did not do what was asked: `application/problem+json`, or no answer at all (`status` 0, `unavailable`). */
export interface Problem {
  readonly status: number
  /** Stable for programs, `verification_failed`. */
  readonly code: string
  readonly title?: string
  readonly requestId?: string
  readonly issues?: ReadonlyArray<FieldIssue>
  /** Step that the issues are of, where it is not the one that was sent. */
  readonly step?: string
  readonly remedies?: ReadonlyArray<string>
  /** RFC 3339. */
  readonly retryAt?: string
  /** With `activation_required`: `missing`, `expired` or `superseded`. */
  readonly reason?: string
}

/** What came of a call. */
export type Reply<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly problem: Problem }
