import { Context, DateTime, Redacted } from "effect"
import type { Role } from "../../access/Role.ts"
import type { OpenContest, OwnAccess } from "../../access/TaxpayerAccess.ts"
import type { LoggedDecision } from "../../decisions/DecisionLog.ts"
import type { LogonRequestDraft, LogonRequestKey } from "../../logon-request/LogonRequest.ts"
import type { LogonRequestStatus, ReceiptView } from "../../logon-request/logonRequestViewSchema.ts"
import type { Logon } from "../../logon/Logon.ts"
import type { AnyEvent } from "../../notices/AnyEvent.ts"
import type { NoticeKind } from "../../notices/notices.ts"
import type { Forgotten } from "../../recovery/Recoveries.ts"
import type { TaxpayerIdentifier } from "../../taxpayer/TaxpayerIdentifier.ts"
import { taxpayerKey } from "../../taxpayer/taxpayerKey.ts"
import type { AttemptKind, Evidence } from "../../verification/claimKinds.ts"
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
    readonly evidence: Evidence
  } | null
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

/** What a person forgot, for a job to look up. */
export interface MemoryForgotten {
  readonly id: string
  readonly what: Forgotten
  readonly typed: string | null
}

/**
 * Everything that the in-memory ports keep, readable by a test.
 *
 * **Gotchas**
 *
 * Use it only for tests and experiments: it seals nothing, and it loses everything at the end.
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
    readonly logons: Map<string, Logon>
    readonly grants: Array<MemoryGrant>
    readonly forgotten: Array<MemoryForgotten>
    /** Those that are open, by `taxpayerKey`. */
    readonly contests: Map<string, OpenContest>
    /** The logon that closed a number to registration, by `taxpayerKey`. */
    readonly closed: Map<string, string>
    /** When amounts were last opened, by `taxpayerKey`. */
    readonly amountsOpened: Map<string, DateTime.Utc>
    /** What has happened, in order, and what is to be sent because of it. */
    readonly events: Array<{ readonly subjectId: string; readonly event: AnyEvent }>
    readonly notices: Array<{ readonly kind: NoticeKind; readonly subjectId: string }>
    /** Counts up: `logon-1`, `logon-2`. */
    readonly makeId: (of: string) => string
    /** The next place of the confirmation numbers, from 323,476 on. @rule D-16 */
    readonly nextSequence: () => number
    /** Writes down what has happened, and the notices that follow. */
    readonly record: (subjectId: string, events: ReadonlyArray<AnyEvent>) => void
  }
>()("core/testing/MemoryHouse") {}

/** What everything of a taxpayer is kept under. */
export const ownerOf = ({ digits, idType }: TaxpayerIdentifier): string => taxpayerKey(idType, Redacted.value(digits))

/** The request that a key opens: not another's, not cancelled, and no draft whose time is over. */
export const rowOf = (
  { requests }: MemoryHouse["Service"],
  { id, token }: LogonRequestKey,
  now: DateTime.Utc
): MemoryRequest | undefined => {
  const row = requests.get(id)
  if (row === undefined || row.token !== Redacted.value(token) || row.state === "cancelled") return undefined
  return row.state === "open" && DateTime.isLessThanOrEqualTo(row.draft.expiresAt, now) ? undefined : row
}
