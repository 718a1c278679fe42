import { MasterRoles, ProfileError } from "@mtc-logon/core/profile"
import type { MasterRole } from "@mtc-logon/core/profile"
import { and, eq, ne } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import * as Schema from "effect/Schema"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { isLetter } from "./holdLetter.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { recordEvents } from "./recordEvents.ts"

/** What of a decision's log says whose number it was about. */
const sealedLog = sealedJson(
  Schema.Struct({
    facts: Schema.Struct({
      claim: Schema.Struct({
        taxpayerType: Schema.String,
        idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
        id: Schema.String,
        accountType: Schema.String
      })
    })
  })
)

/** A role that rests on a proof of its own, effective now. */
const isOwn = and(eq(grants.role, "MasterAdministrator"), eq(grants.state, "effective"), ne(grants.evidence, "grant"))

const roleOf = ({ createdAt, effectiveAt, evidence, role }: typeof grants.$inferSelect) => ({
  role,
  evidence: evidence as MasterRole["evidence"],
  effectiveAt: DateTime.fromDateUnsafe(effectiveAt ?? createdAt)
})

/**
 * Keeps what the roles of Master Administrators rest on in the database.
 *
 * **Gotchas**
 *
 * No request keeps a number in a column of its own: it is in the sealed log of the decision that the request rests on.
 */
export const masterRolesLayer = Layer.effect(
  MasterRoles,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const sealing = yield* Sealing
    const record = yield* recordEvents

    return MasterRoles.of({
      of: Effect.fnUntraced(function* (logonId, letterId) {
        const rows = yield* run((db) =>
          db
            .select({ grant: grants, decisionId: decisions.id, log: decisions.log })
            .from(grants)
            .innerJoin(requests, eq(requests.id, grants.logonRequestId))
            .innerJoin(decisions, eq(decisions.id, requests.decisionId))
            .where(and(eq(grants.logonId, logonId), isOwn))
            .orderBy(grants.taxpayerDigest)
        )
        const mailed =
          letterId === null
            ? []
            : yield* run((db) =>
                db.select({ taxpayerDigest: letters.taxpayerDigest }).from(letters).where(isLetter(digests, letterId))
              )
        return rows.map(({ decisionId, grant, log }): MasterRole => {
          const { facts } = sealedLog.open(sealing, { table: "decision", column: "log", row: decisionId }, log)
          const { claim } = facts
          const owners = digests.allOfTaxpayer({ idType: claim.idType, digits: Redacted.make(claim.id) })
          return {
            ...roleOf(grant),
            grantId: grant.id,
            taxpayer: Redacted.make(claim) as MasterRole["taxpayer"],
            isMailedTo: mailed.some(({ taxpayerDigest }) => owners.includes(taxpayerDigest))
          }
        })
      }),

      confirm: (grantId, letterId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const mine = and(eq(grants.id, grantId), isOwn)
            const [unlocked] = yield* query(tx.select().from(grants).where(mine))
            if (unlocked !== undefined) yield* lockTaxpayer(tx, unlocked.taxpayerDigest)
            const [letter] = yield* query(tx.select().from(letters).where(isLetter(digests, letterId)).for("update"))
            const [grant] = yield* query(tx.select().from(grants).where(mine).for("update"))
            const role = grant === undefined ? null : roleOf(grant)
            const decided = decide({ letterIsLive: letter?.state === "live", role })
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            if (letter === undefined || grant === undefined) return
            const usedAt = DateTime.toDateUtc(now)
            yield* query(tx.update(letters).set({ state: "used", usedAt }).where(eq(letters.id, letter.id)))
            yield* query(tx.update(grants).set({ evidence: "letterId" }).where(eq(grants.id, grantId)))
            const { logonId } = grant
            const { events } = decided.success
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
          })
        )
    })
  })
)
