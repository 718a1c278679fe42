import type { AccessPolicy } from "../access/AccessPolicy.ts"
import type { CredentialPolicy } from "../logon/CredentialPolicy.ts"
import type { SessionPolicy } from "../login/SessionPolicy.ts"
import type { ProfilePolicy } from "../profile/ProfilePolicy.ts"
import type { RecoveryPolicy } from "../recovery/RecoveryPolicy.ts"
import type { TwoStepPolicy } from "../two-step/TwoStepPolicy.ts"
import type { VerificationPolicy } from "../verification/VerificationPolicy.ts"

/** Where people get help. @rule D-21 */
export interface ContactsPolicy {
  /** As printed: `617-887-6367`. */
  readonly phone: string
  /** Toll-free within the state, as printed. */
  readonly tollFree: string
  /** Wording id of the business hours. */
  readonly hours: string
  /** Sender address of every e-mail. */
  readonly mailFrom: string
}

/** How long records are kept. @rule D-42 */
export interface RetentionPolicy {
  readonly draftIdleMinutes: number
  readonly draftHours: number
  readonly attemptYears: number
  /** Years during which staff can look at a decision on record and replay it. */
  readonly decisionYears: number
  /** Years that a row stays in the audit trail. */
  readonly auditYears: number
  /** Hours after its end that a one-time ticket is kept. */
  readonly ticketHours: number
  /** Days after its end that a session is kept. */
  readonly sessionDays: number
  /** Days that a notice is kept after it was made. */
  readonly noticeDays: number
  /** Days after its end that a mailed link or code is kept: password reset, change of address, "this was not me". */
  readonly linkDays: number
}

/** All the values of a rule set, as plain JSON. A rule, a use case or a screen reads each one. */
export interface PolicyInForce
  extends
    VerificationPolicy,
    CredentialPolicy,
    AccessPolicy,
    TwoStepPolicy,
    SessionPolicy,
    ProfilePolicy,
    RecoveryPolicy {
  readonly contacts: ContactsPolicy
  readonly retention: RetentionPolicy
}
