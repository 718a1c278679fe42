import type { AccessPolicy } from "../access/AccessPolicy.ts"
import type { CredentialPolicy } from "../logon/CredentialPolicy.ts"
import type { SessionPolicy } from "../login/SessionPolicy.ts"
import type { TwoStepPolicy } from "../two-step/TwoStepPolicy.ts"
import type { VerificationPolicy } from "../verification/VerificationPolicy.ts"

/** Where a person is helped. @rule D-21 */
export interface ContactsPolicy {
  /** As printed: `617-887-6367`. */
  readonly phone: string
  /** Free of charge within the state, as printed. */
  readonly tollFree: string
  /** Wording id of the business hours. */
  readonly hours: string
  /** Address that every e-mail comes from. */
  readonly mailFrom: string
}

/** How long things are kept. @rule D-42 */
export interface RetentionPolicy {
  readonly draftIdleMinutes: number
  readonly draftHours: number
  readonly attemptYears: number
  readonly auditYears: number
}

/** All the values of a rule set: plain JSON, each read by a rule, a use case or a screen. */
export interface PolicyInForce
  extends VerificationPolicy, CredentialPolicy, AccessPolicy, TwoStepPolicy, SessionPolicy {
  readonly contacts: ContactsPolicy
  readonly retention: RetentionPolicy
}
