import { Context } from "effect"
import type { DateTime, Effect } from "effect"
import type { Db } from "../database/Database.ts"

/** Something that has happened, as the trail keeps it. */
export interface AuditEvent {
  readonly at: DateTime.Utc
  /** Name of the event, `LogonRequestSubmitted`. */
  readonly type: string
  /** Id of what it happened to; never a number or a name. */
  readonly subjectId: string
  /** Who did it: `person`, `staff:<id>`, `partner:<id>`, `system`. */
  readonly actor: string
  /** Ids, rule ids and counts; never a secret. */
  readonly detail: Readonly<Record<string, unknown>>
}

/** Where the trail stood at a time; kept elsewhere, it shows when the end of the trail was cut off. */
export interface AuditCheckpoint {
  readonly seq: number
  readonly hash: string
}

/** Whether the trail is as it was written; else the first `seq` that is not. */
export type AuditVerdict =
  | { readonly intact: true; readonly seq: number }
  | { readonly intact: false; readonly seq: number }

/**
 * The trail of what has happened: rows that are only ever added, each chained to the one before by
 * HMAC(audit key, hash before, row).
 */
export class Audit extends Context.Service<
  Audit,
  {
    /**
     * Adds events in the caller's transaction: they are there exactly when what they tell is.
     *
     * **Gotchas**
     *
     * It locks the end of the chain until the transaction ends: call it last.
     */
    readonly append: (tx: Db, events: ReadonlyArray<AuditEvent>) => Effect.Effect<void>
    /** Reads the whole trail, a page at a time, against its keys and the checkpoints that are given. */
    readonly verify: (checkpoints: ReadonlyArray<AuditCheckpoint>) => Effect.Effect<AuditVerdict>
    readonly checkpoint: Effect.Effect<AuditCheckpoint>
  }
>()("server/audit/Audit") {}
