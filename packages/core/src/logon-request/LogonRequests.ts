import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { ContestEvent } from "../access/ContestEvent.ts"
import type { AccessChange } from "../access/endAccess.ts"
import type { Evidence } from "../verification/claimKinds.ts"
import type { TaxpayerAccess } from "../access/TaxpayerAccess.ts"
import type { Change } from "../decisions/Change.ts"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import type { LogonRequest, LogonRequestDraft, LogonRequestKey } from "./LogonRequest.ts"
import type { LogonRequestError, LogonRequestReason } from "./LogonRequestError.ts"
import type { LetterEvent } from "./LetterEvent.ts"
import type { LogonRequestEvent } from "./LogonRequestEvent.ts"
import type { LogonRequestStatus, ReceiptView } from "./logonRequestViewSchema.ts"
import type { NewLogon } from "./NewLogon.ts"

/** What a locked row may become; a reason instead stores nothing and is answered. */
export type Decided<S, A> = Result.Result<
  Change<S, LogonRequestEvent | ContestEvent | LetterEvent, A>,
  LogonRequestReason
>

/** What submit decides on, read under lock. */
export interface SubmitFacts {
  readonly draft: LogonRequestDraft
  /** The next place of the confirmation numbers, taken for this request; a gap where it is not used. */
  readonly sequence: number
  readonly usernameTaken: boolean
  readonly access: TaxpayerAccess
  /** When the letter of the proof was mailed; null: it is none. */
  readonly letterMailedAt: DateTime.Utc | null
  /** The letter of the proof is still held for this request; true where the proof is no letter. */
  readonly letterHeld: boolean
}

/** What submit makes: the receipt, and the logon that waits for approval with its access. */
export interface Submission {
  readonly receipt: Omit<ReceiptView, "pin">
  readonly logon: NewLogon
  /** A letter outranks: at the first log-in every role that others have by their own proof ends. Until then the role waits. @rule D-25 @rule D-32 */
  readonly displaces: boolean
  /** When the key of the request opens it no more. @rule D-42 */
  readonly expiresAt: DateTime.Utc
}

/** A submitted request with what may still change about it. */
export interface SubmittedState {
  readonly status: Exclude<LogonRequestStatus, "draft">
  /** What the person proved with. */
  readonly evidence: Evidence
  readonly email: string
  readonly submittedAt: DateTime.Utc
  /** The newest activation code; null before approval. */
  readonly activation: { readonly expiresAt: DateTime.Utc; readonly resends: number } | null
  readonly logonId: string
  /** Who has access to the taxpayer, this logon among them. */
  readonly access: TaxpayerAccess
  /** The person said of the logon that was there before that it is not theirs. @rule D-34 */
  readonly saysNotMe: boolean
  /** The logon is frozen. */
  readonly isFrozen: boolean
  /** The id of a letter that is mailed where a contest begins; null: none can be. @rule D-62 */
  readonly letterRowId: string | null
}

/** A submitted request as it is from now on, and what becomes of the access to its taxpayer. */
export interface SettledState extends SubmittedState {
  readonly accessChange?: AccessChange
}

/** The part of a profile that is counted. */
export interface Contact {
  readonly email: string
  readonly phoneNumber: string
}

/** Keeps logon requests: drafts, and what was submitted. Each method that changes something is one transaction. */
export class LogonRequests extends Context.Service<
  LogonRequests,
  {
    /** Makes a draft and its bearer token, which is kept as a digest only. */
    readonly open: (
      draft: Omit<LogonRequestDraft, "id">,
      events: ReadonlyArray<LogonRequestEvent>
    ) => Effect.Effect<LogonRequestKey>
    /** A code that opens the request once, before it expires. Fails as `find` does. @rule D-28 */
    readonly makeResumeCode: (
      key: LogonRequestKey,
      now: DateTime.Utc,
      expiresAt: DateTime.Utc
    ) => Effect.Effect<Redacted.Redacted, LogonRequestError>
    /**
     * Uses a code up and gives its request a new key, in one transaction: the old key, its sockets and tickets are dead.
     * Fails with `NotFound` for a code that is used, too old or none.
     */
    readonly resume: (code: Redacted.Redacted, now: DateTime.Utc) => Effect.Effect<LogonRequestKey, LogonRequestError>
    /** Fails with `NotFound`: no such request, another's token, or a draft whose time is over at `now`. */
    readonly find: (key: LogonRequestKey, now: DateTime.Utc) => Effect.Effect<LogonRequest, LogonRequestError>
    /** Which of these the server makes no more logons with at `now`; takes no place. */
    readonly contactsUsedUp: (contact: Contact, now: DateTime.Utc) => Effect.Effect<ReadonlyArray<keyof Contact>>
    /**
     * Locks the draft, calls `decide`, stores what it says; audit follows from the events.
     *
     * **Details**
     *
     * Fails as `find` does, with `StepNotOpen` where the request is submitted already, with the reason that `decide`
     * answers, and with `VerificationFailed` where the letter of the next proof is not free any more. A letter is held for
     * the draft while it stands in its proof. `next: "cancelled"` wipes everything that was typed.
     */
    readonly change: <A>(
      key: LogonRequestKey,
      now: DateTime.Utc,
      decide: (draft: LogonRequestDraft) => Decided<LogonRequestDraft | "cancelled", A>
    ) => Effect.Effect<A, LogonRequestError>
    /**
     * Locks taxpayer, letter and draft in this order, gives `decide` what it needs, and stores logon, reserved username
     * and role, the used letter and the notices together.
     *
     * **Details**
     *
     * Fails as `change` does, and with `Issues` of the profile where the server makes no more logons with this address or phone
     * now.
     * A request that is submitted already answers the receipt that it got.
     */
    readonly submit: (
      key: LogonRequestKey,
      now: DateTime.Utc,
      decide: (facts: SubmitFacts) => Decided<Submission, ReceiptView>
    ) => Effect.Effect<ReceiptView, LogonRequestError>
    /** Whose request it is, for the records. Fails with `NotFound`. */
    readonly taxpayerOf: (
      id: string
    ) => Effect.Effect<{ readonly taxpayer: TaxpayerIdentifier; readonly accountType: string }, LogonRequestError>
    /** The hash of the password that was chosen, for the person who holds the key of a submitted request. Fails with `NotFound`, or `StepNotOpen` for a draft. */
    readonly passwordOf: (key: LogonRequestKey) => Effect.Effect<Redacted.Redacted, LogonRequestError>
    /**
     * Locks taxpayer, logon and submitted request, calls `decide`, stores what it says.
     *
     * **Details**
     *
     * A denial and an expiry free username and letter; `accessChange` is stored. Approval, correction and resend each issue a code by their event.
     * Fails with `NotFound`, or with the reason that `decide` answers.
     */
    readonly changeSubmitted: <A>(
      id: string,
      now: DateTime.Utc,
      decide: (state: SubmittedState) => Decided<SettledState, A>
    ) => Effect.Effect<A, LogonRequestError>
  }
>()("core/logon-request/LogonRequests") {}
