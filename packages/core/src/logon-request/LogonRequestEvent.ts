import type { DateTime } from "effect"
import type { Role } from "../access/Role.ts"
import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import type { Evidence } from "../verification/claimKinds.ts"

/** What has happened to a request: stored, audited, and read by `noticesOf`. It names no number, amount, code or word of a person. */
export type LogonRequestEvent =
  | { readonly _tag: "LogonRequestOpened"; readonly partnerId: string | null }
  | { readonly _tag: "AnswerGiven"; readonly step: AnsweredStepId }
  /** What an earlier answer proved fell with it (D-29). */
  | { readonly _tag: "ProofErased" }
  | { readonly _tag: "ProofGiven"; readonly decisionId: string; readonly evidence: Evidence }
  | { readonly _tag: "LogonRequestCancelled" }
  /** Goes on elsewhere, under a new key (D-28). */
  | { readonly _tag: "LogonRequestResumed" }
  /** "Not you? Tell us." (D-34). */
  | { readonly _tag: "NotMeReported" }
  | { readonly _tag: "LogonRequestSubmitted"; readonly confirmationNumber: string; readonly role: Role["role"] }
  | { readonly _tag: "LogonRequestApproved" }
  | { readonly _tag: "LogonRequestReferred" }
  | { readonly _tag: "LogonRequestDenied" }
  /** Nobody logged in with it in time (D-33). */
  | { readonly _tag: "LogonRequestExpired" }
  /** A new link; whatever link was there before is dead (D-13). */
  | { readonly _tag: "ActivationCodeIssued"; readonly expiresAt: DateTime.Utc }
  | { readonly _tag: "EmailCorrected" }
