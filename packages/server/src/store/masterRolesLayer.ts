import { MasterRoles, ProfileError } from "@mtc-logon/core/profile"
import type { MasterRole } from "@mtc-logon/core/profile"
import { and, eq, ne } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { AccessStore, roleOf } from "./AccessStore.ts"
import { claimOfGrants } from "./claimOfGrants.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { Events } from "./Events.ts"

/** A role that rests on a proof of its own, effective now. */
const isOwn = and(eq(grants.role, "MasterAdministrator"), eq(grants.state, "effective"), ne(grants.evidence, "grant"))

/** Keeps what the roles of Master Administrators rest on in the database. */
export const masterRolesLayer = Layer.effect(
  MasterRoles,
  Effect.gen(function* () {
    const { db, run, transaction } = yield* Database
    const digests = yield* Digests
    const sealing = yield* Sealing
    const { record } = yield* Events
    const { isLetter, lockLetter, settle, supersedeOlder, whoseGrant } = yield* AccessStore

    return MasterRoles.of({
      of: Effect.fnUntraced(function* (logonId, letterId) {
        const rows = yield* claimOfGrants(db, sealing, and(eq(grants.logonId, logonId), isOwn))
        const mailed =
          letterId === null
            ? []
            : yield* run((db) =>
                db.select({ taxpayerDigest: letters.taxpayerDigest }).from(letters).where(isLetter(letterId))
              )
        return yield* Effect.forEach(
          rows,
          Effect.fnUntraced(function* ({ claim, grant }) {
            const owners = digests.allOfTaxpayer({ idType: claim.idType, digits: Redacted.make(claim.id) })
            const { contest } = yield* accessTo(db, owners)
            return {
              ...roleOf(grant, contest !== null),
              grantId: grant.id,
              taxpayer: Redacted.make(claim),
              isMailedTo: mailed.some(({ taxpayerDigest }) => owners.includes(taxpayerDigest))
            } satisfies MasterRole
          })
        )
      }),

      confirm: (grantId, letterId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const mine = and(eq(grants.id, grantId), isOwn)
            const [unlocked] = yield* query(tx.select().from(grants).where(mine))
            const whose = unlocked === undefined ? null : yield* whoseGrant(tx, unlocked)
            if (whose !== null) yield* lockTaxpayer(tx, whose.key)
            const letter = yield* lockLetter(tx, letterId)
            const [grant] = yield* query(tx.select().from(grants).where(mine))
            const access = yield* accessTo(tx, whose?.owners ?? [])
            const role = grant === undefined ? null : roleOf(grant, access.contest !== null)
            const decided = decide({
              letterIsLive: letter?.state === "live",
              letterMailedAt: letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt),
              access,
              role
            })
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            if (letter === undefined || grant === undefined || whose === null) return
            const usedAt = DateTime.toDateUtc(now)
            yield* query(tx.update(letters).set({ state: "used", usedAt }).where(eq(letters.id, letter.id)))
            yield* supersedeOlder(tx, whose.owners, letter)
            yield* query(tx.update(grants).set({ evidence: "letterId" }).where(eq(grants.id, grantId)))
            const { logonId } = grant
            const { events, next } = decided.success
            const displaced = next === "settled" ? yield* settle(tx, whose, access, logonId, now) : []
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, displaced, about: { logonId } })
          })
        )
    })
  })
)
