import { RuleSets } from "@mtc-logon/core/questions"
import type { LogonRequestStatusView } from "@mtc-logon/core/logon-request"
import { notices, noticesOf } from "@mtc-logon/core/notices"
import type { AnyEvent } from "@mtc-logon/core/notices"
import type { TaxpayerIdentifier } from "@mtc-logon/core/taxpayer"
import { Context, DateTime, Effect, Layer } from "effect"
import { Audit } from "../audit/Audit.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { noticeTable } from "../database/noticeTable.ts"
import { Jobs } from "../jobs/Jobs.ts"
import { Live } from "../live/Live.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { noticePlace, sealedRecipient, sealedTaxpayer } from "./noticePlace.ts"

/** What a change has made happen, with the ids that its notices speak of. */
export interface Recorded {
  readonly subjectId: string
  readonly actor: string
  readonly at: DateTime.Utc
  readonly events: ReadonlyArray<AnyEvent>
  readonly about?: Readonly<Record<string, string>>
  /** Whose number it is about, where a letter may follow: sealed until its address is looked up. */
  readonly taxpayer?: TaxpayerIdentifier
  /** The logons whose access ended: each is told by itself. */
  readonly displaced?: ReadonlyArray<string>
  /** The address that a corrected one was given for: sealed until it is told. */
  readonly formerEmail?: string
}

/** What a job of the house does, and no person. */
const ofTheHouse: ReadonlySet<AnyEvent["_tag"]> = new Set([
  "LogonRequestApproved",
  "LogonRequestReferred",
  "LogonRequestDenied",
  "LogonRequestExpired"
])

/** What whoever waits for a request is told. */
const statusOf: { readonly [E in AnyEvent["_tag"]]?: LogonRequestStatusView["status"] } = {
  LogonRequestSubmitted: "submitted",
  LogonRequestApproved: "approved",
  LogonRequestReferred: "referred",
  LogonRequestDenied: "denied",
  LogonRequestExpired: "expired",
  LogonActivated: "activated",
  TwoStepMethodConfirmed: "two-step-ready"
}

const plain = (value: unknown): unknown => (DateTime.isDateTime(value) ? DateTime.formatIso(value) : value)

const detailOf = ({ _tag, ...detail }: AnyEvent): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, plain(value)]))

/** The ids that an event itself names: codes and links are derived of them when a notice is sent. */
const idsIn = (event: AnyEvent): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name.endsWith("Id")))

/** Writes down what has happened, in the transaction that made it happen. */
export class Events extends Context.Service<
  Events,
  {
    /**
     * Stores the audit rows, the notices and the jobs that follow from events, and gives word to those who wait.
     *
     * **Gotchas**
     *
     * Call it last: it locks the end of the audit trail until the transaction ends.
     */
    readonly record: (tx: Db, recorded: Recorded) => Effect.Effect<void>
  }
>()("server/store/Events") {}

export const eventsLayer = Layer.effect(
  Events,
  Effect.gen(function* () {
    const audit = yield* Audit
    const ids = yield* Ids
    const jobs = yield* Jobs
    const live = yield* Live
    const ruleSets = yield* RuleSets
    const sealing = yield* Sealing

    const record = Effect.fnUntraced(function* (
      tx: Db,
      { about = {}, actor, at, displaced = [], events, formerEmail, subjectId, taxpayer }: Recorded
    ) {
      for (const event of events) {
        const told = noticesOf(event, events).flatMap((kind) =>
          notices[kind].whom === "displaced"
            ? displaced.map((logonId) => ({ kind, whose: { logonId } }))
            : [{ kind, whose: {} }]
        )
        for (const { kind, whose } of told) {
          const id = ids.make("notice")
          const subjects = { logonRequestId: subjectId, ...about, ...idsIn(event), ...whose }
          const number =
            taxpayer === undefined ? null : sealedTaxpayer.seal(sealing, noticePlace(id, "taxpayer"), taxpayer)
          // Whoever reads at an address that was mistyped may be anybody: they are not told a name.
          const recipient =
            kind === "email-corrected" && formerEmail !== undefined
              ? sealedRecipient.seal(sealing, noticePlace(id, "recipient"), { name: "", address: formerEmail })
              : null
          yield* query(
            tx
              .insert(noticeTable)
              .values({ id, kind, subjects, taxpayer: number, recipient, at: DateTime.toDateUtc(at) })
          )
          yield* jobs.enqueue(tx, "send-notice", { id })
        }
        if (event._tag === "LogonRequestSubmitted") {
          const { policy } = yield* ruleSets.inForce(at)
          const { unusedDays } = policy.logon.activation
          yield* jobs.enqueue(tx, "process-logon-request", { id: subjectId })
          yield* jobs.enqueue(
            tx,
            "expire-logon",
            { id: subjectId },
            { startAfter: DateTime.add(at, { days: unusedDays }) }
          )
        }
        const status = statusOf[event._tag]
        if (status !== undefined)
          yield* live.tell(tx, `logon-request:${about["logonRequestId"] ?? subjectId}`, { status })
      }
      const rows = events.map((event) => ({
        at,
        type: event._tag,
        subjectId,
        actor: ofTheHouse.has(event._tag) ? "system" : actor,
        detail: detailOf(event)
      }))
      yield* audit.append(tx, rows)
    })

    return Events.of({ record })
  })
)
