import { dayOf } from "@mtc-logon/core/decisions"
import { holdsLetter } from "@mtc-logon/core/logon-request"
import { RecordsUnavailable, TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import type { FiledReturn, LetterOnFile, ReturnLines, TaxpayerContact } from "@mtc-logon/core/taxpayer"
import { and, desc, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Database } from "../database/Database.ts"
import { DatabaseUnavailable } from "../database/DatabaseUnavailable.ts"
import {
  filedReturnTable as returns,
  taxAccountTable as accounts,
  taxpayerTable as taxpayers
} from "../database/taxpayerTable.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { standingOf } from "../database/standingOf.ts"
import { logonRequestDraftTable as drafts } from "../database/logonRequestTable.ts"
import { registrationLockTable as registrationLocks } from "../database/accessGrantTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"

const dayMs = 86_400_000

/** Whole days between two days of the calendar, `2020-11-20`. */
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/**
 * A database that is away is a server without records (D-41); any other defect stays one.
 *
 * **Gotchas**
 *
 * Not so for a seal that is broken: that is one number's, and must be seen.
 */
const unlessAway = <A>(look: Effect.Effect<A>): Effect.Effect<A, RecordsUnavailable> =>
  Effect.catchDefect(look, (defect) =>
    defect instanceof DatabaseUnavailable ? Effect.fail(new RecordsUnavailable()) : Effect.die(defect)
  )

/**
 * The Department's records as this database keeps them.
 *
 * **Gotchas**
 *
 * The same statements run for a number that nobody has: only their rows differ (D-09).
 */
export const taxpayerRecordsLayer = Layer.effect(
  TaxpayerRecords,
  Effect.gen(function* () {
    const { run } = yield* Database
    const digests = yield* Digests
    const sealing = yield* Sealing

    const lines = (id: string, column: string, bytes: Uint8Array): ReturnLines =>
      JSON.parse(Redacted.value(sealing.open({ table: "filed_return", column, row: id }, bytes)))

    const returnOf = (row: typeof returns.$inferSelect, amended: string | undefined): FiledReturn => ({
      accountType: row.accountType,
      form: row.form,
      taxYear: row.taxYear,
      periodEnd: row.periodEnd,
      postedOn: row.postedOn,
      underReview: row.underReview,
      joint: row.joint,
      filed: lines(row.id, "filed", row.filed),
      adjusted: row.adjusted === null ? null : lines(row.id, "adjusted", row.adjusted),
      ...(amended !== undefined && { amendedOf: amended })
    })

    return TaxpayerRecords.of({
      find: Effect.fnUntraced(function* (taxpayer, now) {
        const owners = [...digests.allOfTaxpayer(taxpayer)]
        const today = dayOf(now)
        const filed = yield* run((db) =>
          db
            .select()
            .from(returns)
            .where(inArray(returns.taxpayerDigest, owners))
            .orderBy(desc(returns.periodEnd), desc(returns.postedOn))
        )
        const mailed = yield* run((db) =>
          db
            .select({ letter: letters, holder: { status: drafts.status, expiresAt: drafts.expiresAt } })
            .from(letters)
            .leftJoin(drafts, eq(drafts.id, letters.reservedBy))
            .where(inArray(letters.taxpayerDigest, owners))
        )
        const periodOf = (id: string | null) => filed.find((row) => row.id === id)?.periodEnd
        return {
          today,
          returns: filed.map((row) => returnOf(row, periodOf(row.amendedOf))),
          letters: mailed.map(({ holder, letter }): LetterOnFile => {
            const isHeld = holdsLetter(holder === null ? undefined : standingOf(holder), now)
            return {
              letterId: Redacted.value(
                sealing.open({ table: "letter", column: "letter_id", row: letter.id }, letter.letterId)
              ),
              kind: letter.kind,
              ageDays: daysBetween(dayOf(DateTime.fromDateUnsafe(letter.mailedAt)), today),
              state: letter.state === "reserved" && !isHeld ? "live" : letter.state
            }
          })
        }
      }, unlessAway),

      contact: Effect.fnUntraced(function* (taxpayer) {
        const owners = [...digests.allOfTaxpayer(taxpayer)]
        const [row] = yield* run((db) => db.select().from(taxpayers).where(inArray(taxpayers.taxpayerDigest, owners)))
        if (row === undefined) return null
        const place = { table: "taxpayer", column: "contact", row: row.id }
        const contact: TaxpayerContact = JSON.parse(Redacted.value(sealing.open(place, row.contact)))
        return contact
      }, unlessAway),

      standing: Effect.fnUntraced(function* (taxpayer, accountType) {
        const owners = [...digests.allOfTaxpayer(taxpayer)]
        const [onFile] = yield* run((db) =>
          db.select({ holds: taxpayers.holds }).from(taxpayers).where(inArray(taxpayers.taxpayerDigest, owners))
        )
        const closed = yield* run((db) =>
          db
            .select({ accountType: accounts.accountType })
            .from(accounts)
            .where(
              and(
                inArray(accounts.taxpayerDigest, owners),
                eq(accounts.accountType, accountType),
                eq(accounts.closedOnline, true)
              )
            )
        )
        const closedByOwner = yield* run((db) =>
          db
            .select({ at: registrationLocks.at })
            .from(registrationLocks)
            .where(inArray(registrationLocks.taxpayerDigest, owners))
        )
        const locks = closedByOwner.map(() => "registration-lock" as const)
        return { holds: [...(onFile?.holds ?? []), ...locks], accountClosed: closed.length > 0 }
      }, unlessAway)
    })
  })
)
