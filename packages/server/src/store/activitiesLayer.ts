import { Activities } from "@mtc-logon/core/profile"
import type { ActivityView } from "@mtc-logon/core/profile"
import { and, desc, eq, inArray, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { amountOpeningTable as openings } from "../database/accessGrantTable.ts"
import { auditTable as trail } from "../database/auditTable.ts"
import { Database } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { AccessStore } from "./AccessStore.ts"

/** Rows of each kind that are shown at most. */
const most = 100

/** What each outcome of a decision is in words; one that decided nothing is not told. */
const outcomes: Readonly<Record<string, string>> = { Accepted: "accepted", Refused: "refused", Locked: "locked" }

/** What became of a request, by the event of the trail: each has its own time there. */
const settlements: Readonly<Record<string, string>> = {
  LogonRequestApproved: "approved",
  LogonRequestReferred: "referred",
  LogonRequestDenied: "denied",
  LogonRequestExpired: "expired"
}

const activity = (at: Date, messageId: string, params: ActivityView["params"] = {}): ActivityView => ({
  messageId,
  params,
  at: at.toISOString()
})

/** Reads who used a number from the database. @rule D-43 */
export const activitiesLayer = Layer.effect(
  Activities,
  Effect.gen(function* () {
    const { db, run } = yield* Database
    const { ownRoles } = yield* AccessStore
    return Activities.of({
      of: Effect.fnUntraced(function* (logonId) {
        const own = (yield* ownRoles(db, logonId)).filter(({ role }) => role === "MasterAdministrator")
        const numbers = own.flatMap(({ owners }) => owners)
        const decided = yield* run((db) =>
          db
            .select({ at: decisions.at, outcome: decisions.outcome, kind: attempts.kind })
            .from(decisions)
            .innerJoin(attempts, eq(attempts.id, decisions.attemptId))
            .where(inArray(attempts.taxpayerDigest, numbers))
            .orderBy(desc(decisions.at))
            .limit(most)
        )
        const made = yield* run((db) =>
          db
            .select({
              id: requests.id,
              confirmationNumber: requests.confirmationNumber,
              submittedAt: requests.submittedAt,
              activatedAt: logons.activatedAt
            })
            .from(requests)
            .innerJoin(logons, eq(logons.id, requests.logonId))
            .where(inArray(requests.taxpayerDigest, numbers))
            .orderBy(desc(requests.submittedAt))
            .limit(most)
        )
        const settled = yield* run((db) =>
          db
            .select({ at: trail.at, type: trail.type, confirmationNumber: requests.confirmationNumber })
            .from(trail)
            .innerJoin(requests, eq(sql`${requests.id}::text`, trail.subjectId))
            .where(
              and(
                inArray(trail.type, Object.keys(settlements)),
                inArray(
                  trail.subjectId,
                  made.map(({ id }) => id)
                )
              )
            )
        )
        const mailed = yield* run((db) =>
          db
            .select({ mailedAt: letters.mailedAt })
            .from(letters)
            .where(and(inArray(letters.taxpayerDigest, numbers), eq(letters.kind, "sign-up")))
            .orderBy(desc(letters.mailedAt))
            .limit(most)
        )
        const seen = yield* run((db) =>
          db
            .select({ at: trail.at })
            .from(trail)
            .innerJoin(decisions, eq(sql`${decisions.id}::text`, trail.subjectId))
            .innerJoin(attempts, eq(attempts.id, decisions.attemptId))
            .where(and(eq(trail.type, "DecisionSeen"), inArray(attempts.taxpayerDigest, numbers)))
            .orderBy(desc(trail.at))
            .limit(most)
        )
        const opened = yield* run((db) =>
          db
            .select({ openedAt: openings.openedAt })
            .from(openings)
            .where(inArray(openings.taxpayerDigest, numbers))
            .orderBy(desc(openings.openedAt))
            .limit(most)
        )
        return [
          ...decided.flatMap(({ at, kind, outcome }) =>
            outcomes[outcome] === undefined ? [] : [activity(at, `activity.${kind}.${outcomes[outcome]}`)]
          ),
          ...made.flatMap(({ activatedAt, confirmationNumber, submittedAt }) => [
            activity(submittedAt, "activity.request.submitted", { confirmationNumber }),
            ...(activatedAt === null
              ? []
              : [activity(activatedAt, "activity.request.activated", { confirmationNumber })])
          ]),
          ...settled.map(({ at, confirmationNumber, type }) =>
            activity(at, `activity.request.${settlements[type]}`, { confirmationNumber })
          ),
          ...seen.map(({ at }) => activity(at, "activity.decision-seen")),
          ...opened.map(({ openedAt }) => activity(openedAt, "activity.amounts-opened")),
          ...mailed.map(({ mailedAt }) => activity(mailedAt, "activity.letter-mailed"))
        ].sort((one, other) => (one.at < other.at ? 1 : -1))
      })
    })
  })
)
