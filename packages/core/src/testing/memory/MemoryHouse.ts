import { Context } from "effect"
import type { DateTime, Redacted } from "effect"
import type { AttemptKind, Evidence } from "../../verification/claimKinds.ts"
import type { NotMeChannel } from "../../access/notMeRules.ts"
import type { Role } from "../../access/Role.ts"
import type { OpenContest, OwnAccess } from "../../access/TaxpayerAccess.ts"
import type { LoggedDecision } from "../../decisions/DecisionLog.ts"
import type { LogonStatus } from "../../logon/LogonStatus.ts"
import type { KeptSession } from "../../login/Sessions.ts"
import type { LogonRequestDraft } from "../../logon-request/LogonRequest.ts"
import type { LogonRequestStatus, ReceiptView } from "../../logon-request/logonRequestViewSchema.ts"
import type { NewLogon } from "../../logon-request/NewLogon.ts"
import type { Notice } from "../../notices/Notice.ts"
import type { AnyEvent } from "../../notices/noticesOf.ts"
import type { DeviceName } from "../../two-step/parseDeviceName.ts"
import type { NotMePart } from "../../recovery/RecoveryEvent.ts"
import type { Forgotten } from "../../recovery/Recoveries.ts"
import type { SecurityCodePurpose } from "../../two-step/Challenge.ts"
import type { TwoStepMethod } from "../../two-step/TwoStepMethod.ts"
import type { MailedLetter, Person } from "../Person.ts"

/** A letter with the request that holds it, or used it. */
export interface MemoryLetter extends Omit<MailedLetter, "state"> {
  /** `taxpayerKey` of whose it is; so of the others. */
  readonly owner: string
  /** Mailed on request, or by the Department: it counts for the next request. @rule D-62 */
  readonly counted: boolean
  readonly state: MailedLetter["state"] | "reserved"
  readonly reservedBy: string | null
}

/** An attempt; `reserved` counts as failed until it is settled. */
export interface MemoryAttempt {
  readonly id: string
  readonly owner: string
  readonly kind: AttemptKind
  /** Of letters alone. */
  readonly network: string | null
  readonly said: string
  readonly at: DateTime.Utc
  readonly state: "reserved" | "failed" | "freed"
}

/** A request: its draft, and what submit made of it. */
export interface MemoryRequest {
  readonly token: string
  readonly draft: LogonRequestDraft
  readonly state: "open" | "cancelled" | "submitted"
  readonly submitted: {
    readonly status: Exclude<LogonRequestStatus, "draft">
    readonly receipt: Omit<ReceiptView, "pin">
    readonly at: DateTime.Utc
    readonly logonId: string
  } | null
}

/** A logon, with what counts its missed codes. */
export interface MemoryLogon extends Omit<NewLogon, "role"> {
  readonly id: string
  readonly status: LogonStatus
  readonly failedLogIns: number
  readonly missedCodes: number
  readonly codesLockedUntil: DateTime.Utc | null
}

/** A role of a logon on a taxpayer. */
export interface MemoryGrant {
  readonly id: string
  readonly owner: string
  readonly logonId: string
  readonly role: Role["role"]
  readonly scope: string
  /** `grant`: another gave it. */
  readonly evidence: Evidence | "grant"
  readonly state: OwnAccess["state"] | "ended"
  readonly effectiveAt: DateTime.Utc
}

/** An activation code; its token is `activation:` and its id. */
export interface MemoryActivationCode {
  readonly id: string
  readonly logonId: string
  readonly state: "open" | "used" | "superseded"
  readonly expiresAt: DateTime.Utc
}

/** A security code: six digits made of its id. */
export interface MemorySecurityCode {
  readonly id: string
  readonly code: Redacted.Redacted
  readonly logonId: string
  readonly sessionId: string
  readonly methodId: string
  readonly purpose: SecurityCodePurpose
  readonly state: "open" | "confirmed" | "superseded"
  readonly failures: number
  readonly sentAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
}

/** A recovery code. */
export interface MemoryRecoveryCode {
  readonly code: string
  readonly logonId: string
  readonly state: "open" | "used" | "replaced"
}

/** A browser that is trusted: the token in force, and those before it with the time at which each was replaced. */
export interface MemoryDevice {
  readonly id: string
  readonly token: string
  readonly before: ReadonlyArray<{ readonly token: string; readonly replacedAt: DateTime.Utc }>
  readonly logonId: string
  readonly name: DeviceName
  readonly createdAt: DateTime.Utc
  readonly lastSeenAt: DateTime.Utc
  readonly revoked: boolean
  readonly expiresAt: DateTime.Utc
}

/** A link that was mailed; its token is `link:` and its id. */
export interface MemoryLink {
  readonly id: string
  readonly purpose: "password-reset" | "email-change"
  readonly logonId: string
  /** The new address, of a link to one. */
  readonly email: string
  readonly state: "open" | "used" | "superseded"
  readonly missesAt: ReadonlyArray<DateTime.Utc>
  readonly createdAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
}

/** A "this was not me" code: sixteen digits made of its id. */
export interface MemoryNotMeCode {
  readonly id: string
  readonly code: string
  readonly logonId: string
  /** The access that it names; null for a change. */
  readonly grantId: string | null
  readonly channel: NotMeChannel
  readonly receiverId: string | null
  readonly part: NotMePart
  /** The whole logon as it was, and its ways that worked. */
  readonly before: MemoryLogon
  readonly ways: ReadonlyArray<TwoStepMethod & { readonly logonId: string }>
  readonly used: boolean
  readonly expiresAt: DateTime.Utc
}

/** What a passkey is to sign for a link. */
export interface MemoryRecoveryChallenge {
  readonly challenge: string
  readonly recoveryId: string
  readonly expiresAt: DateTime.Utc
}

/** Something that somebody forgot, to be looked up. */
export interface MemoryForgotten {
  readonly id: string
  readonly what: Forgotten
  readonly typed: string | null
}

/**
 * Everything that the in-memory ports keep, open to whoever tests.
 *
 * **Gotchas**
 *
 * For tests and for trying things out: it seals nothing, and it forgets everything.
 */
export class MemoryHouse extends Context.Service<
  MemoryHouse,
  {
    /** By `taxpayerKey`. */
    readonly people: ReadonlyMap<string, Person>
    /** Whether the records can be asked; each look at one is counted. */
    readonly records: { available: boolean; lookUps: number }
    /** Whether letters go anywhere. */
    readonly post: { delivers: boolean }
    /** By letter ID. */
    readonly letters: Map<string, MemoryLetter>
    readonly attempts: Map<string, MemoryAttempt>
    readonly decisions: Map<string, LoggedDecision>
    readonly requests: Map<string, MemoryRequest>
    readonly logons: Map<string, MemoryLogon>
    readonly grants: Array<MemoryGrant>
    /** Oldest first. */
    readonly activationCodes: Array<MemoryActivationCode>
    /** By token. */
    readonly sessions: Map<string, KeptSession>
    readonly methods: Map<string, TwoStepMethod & { readonly logonId: string }>
    /** Oldest first. */
    readonly securityCodes: Array<MemorySecurityCode>
    readonly devices: Array<MemoryDevice>
    readonly recoveryCodes: Array<MemoryRecoveryCode>
    /** The one that is open, by logon. */
    readonly recoveryChallenges: Map<string, MemoryRecoveryChallenge>
    /** The last step at which each app was used, by the method's id. */
    readonly appSteps: Map<string, number>
    /** Hashes of a logon's last passwords, the present one first; absent: it has had one only. */
    readonly passwords: Map<string, ReadonlyArray<Redacted.Redacted>>
    /** Oldest first. */
    readonly links: Array<MemoryLink>
    readonly notMeCodes: Array<MemoryNotMeCode>
    readonly forgotten: Array<MemoryForgotten>
    /** Those that are open, by `taxpayerKey`. */
    readonly contests: Map<string, OpenContest>
    /** `taxpayerKey` of the numbers that are closed to registration. */
    readonly closed: Set<string>
    /** What has happened, in order, and what is to be sent because of it. */
    readonly events: Array<{ readonly subjectId: string; readonly event: AnyEvent }>
    readonly notices: Array<Notice & { readonly subjectId: string }>
    /** Counts up: `logon-1`, `logon-2`. */
    readonly makeId: (of: string) => string
    /** The next place of the confirmation numbers, from 323,476 on. @rule D-16 */
    readonly nextSequence: () => number
    /** Writes down what has happened, and the notices that follow. */
    readonly record: (subjectId: string, events: ReadonlyArray<AnyEvent>) => void
  }
>()("core/testing/MemoryHouse") {}
