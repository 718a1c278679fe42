import { RuleSets } from "@mtc-logon/core/questions"
import { expireLogonRequest } from "@mtc-logon/core/logon-request"
import { and, eq, inArray, lt, lte, ne, notInArray } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { auditBrokenSeal } from "../audit/auditBrokenSeal.ts"
import { Database } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { amountOpeningTable as openings, notMeCodeTable as notMeCodes } from "../database/accessGrantTable.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import {
  emailChangeTable as emailChanges,
  recoveryTable as recoveries,
  securityCodeTable as securityCodes,
  sessionTable as sessions,
  trustedDeviceTable as devices
} from "../database/logonTable.ts"
import { forgottenTable as forgottens, noticeTable as notices } from "../database/noticeTable.ts"
import {
  logonRequestDraftTable as drafts,
  logonRequestTable as requests,
  ticketTable as tickets
} from "../database/logonRequestTable.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { RateLimits } from "../limits/RateLimits.ts"

/**
 * Removes what is kept no longer: drafts whose time is over or that were left, tickets, sessions, devices, codes and links
 * that are over, notices, old attempts and decisions, old limits. Logons that were never used go too, where their own job was
 * lost. @rule D-33
 *
 * **Gotchas**
 *
 * The draft of a submitted request stays a day: its key opens the confirmation until then. The receipt stays as long as the
 * logon, and the trail as long as the law says: a chain cannot be cut, so nothing here touches either.
 *
 * @rule D-42
 */
export const purge = Effect.gen(function* () {
  const now = yield* DateTime.now
  const { run } = yield* Database
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const before = (parts: Parameters<typeof DateTime.subtract>[1]) => DateTime.toDateUtc(DateTime.subtract(now, parts))
  const { attemptYears, decisionYears, linkDays, noticeDays, sessionDays, ticketHours } = policy.retention
  // A request that is not processed yet needs its draft: the number stands nowhere else.
  const unprocessed = (db: Db) => db.select({ id: requests.id }).from(requests).where(eq(requests.status, "submitted"))
  yield* run((db) =>
    db.delete(drafts).where(and(lt(drafts.expiresAt, before({})), notInArray(drafts.id, unprocessed(db))))
  )
  yield* run((db) =>
    db.delete(attempts).where(and(lt(attempts.at, before({ years: attemptYears })), ne(attempts.state, "reserved")))
  )
  /** What goes by its age alone: the column that it counts from, and how long it is kept. Tokens go with their device. */
  const aged = [
    [tickets.expiresAt, { hours: ticketHours }],
    [sessions.expiresAt, { days: sessionDays }],
    [devices.expiresAt, { days: sessionDays }],
    [securityCodes.expiresAt, { days: sessionDays }],
    [notices.at, { days: noticeDays }],
    [notMeCodes.expiresAt, { days: linkDays }],
    [emailChanges.expiresAt, { days: linkDays }],
    [recoveries.expiresAt, { days: linkDays }],
    [forgottens.at, { days: linkDays }],
    [openings.openedAt, { years: attemptYears }],
    [decisions.at, { years: decisionYears }]
  ] as const
  for (const [column, kept] of aged) yield* run((db) => db.delete(column.table).where(lt(column, before(kept))))
  yield* (yield* RateLimits).purge
  const unused = yield* run((db) =>
    db
      .select({ id: requests.id })
      .from(requests)
      .where(
        and(
          inArray(requests.status, ["submitted", "approved", "referred"]),
          lte(requests.submittedAt, before({ days: policy.logon.activation.unusedDays }))
        )
      )
  )
  // Each alone, and last: one that does not open keeps no other from its end.
  for (const { id } of unused)
    yield* Effect.catchDefect(expireLogonRequest(id), (defect) =>
      Effect.flatMap(auditBrokenSeal(defect), (isKept) => (isKept ? Effect.void : Effect.die(defect)))
    )
})
