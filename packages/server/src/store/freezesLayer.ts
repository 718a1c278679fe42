import { Freezes } from "@mtc-logon/core/recovery"
import { Post } from "@mtc-logon/core/notices"
import { and, eq, inArray, ne } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { activationCodeTable as activationCodes } from "../database/activationCodeTable.ts"
import { Database, query } from "../database/Database.ts"
import { LostRace } from "../database/DatabaseUnavailable.ts"
import type { Db } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { notMeCodeTable as codes } from "../database/notMeCodeTable.ts"
import { recoveryCodeTable as recoveryCodes } from "../database/recoveryCodeTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { beginContest } from "./beginContest.ts"
import { claimOfGrants } from "./claimOfGrants.ts"
import { keepLetter } from "./keepLetter.ts"
import { endLinks, endLogOns } from "./endLogOns.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { columnsBefore, isProfilePart } from "./sealPart.ts"
import { endKeysOf } from "./replaceKey.ts"
import { recordEvents } from "./recordEvents.ts"
import { putWaysBack } from "./sealWays.ts"

/** Closes logons in the database. */
export const freezesLayer = Layer.effect(
  Freezes,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const sealing = yield* Sealing
    const record = yield* recordEvents
    const endKeys = yield* endKeysOf
    const mailLetter = yield* keepLetter
    const { delivers } = yield* Post

    /** Taxpayers whose access a code is about, in one order for everybody. */
    const taxpayersOf = (tx: Db, { grantId, logonId }: typeof codes.$inferSelect) =>
      Effect.map(
        query(
          tx
            .select({ taxpayerDigest: grants.taxpayerDigest })
            .from(grants)
            .where(
              grantId === null
                ? and(eq(grants.logonId, logonId), ne(grants.state, "ended"), ne(grants.evidence, "grant"))
                : eq(grants.id, grantId)
            )
        ),
        (rows) => [...new Set(rows.map(({ taxpayerDigest }) => taxpayerDigest))].sort()
      )

    /** Closes the logon that a code is of, puts back what it changed, ends every session, device, link and code. */
    const freeze = Effect.fnUntraced(function* (
      tx: Db,
      { before, id, logonId, part }: typeof codes.$inferSelect,
      logon: typeof logons.$inferSelect,
      at: Date
    ) {
      yield* query(
        tx
          .update(activationCodes)
          .set({ state: "superseded" })
          .where(and(eq(activationCodes.logonId, logonId), eq(activationCodes.state, "open")))
      )
      if (part === "two-step" && before !== null) yield* putWaysBack(tx, sealing, { id, logonId, before }, at)
      if (part === "recovery-codes") {
        yield* query(
          tx
            .update(recoveryCodes)
            .set({ state: "replaced" })
            .where(and(eq(recoveryCodes.logonId, logonId), eq(recoveryCodes.state, "open")))
        )
      }
      const undone =
        before !== null && isProfilePart(part) ? columnsBefore(sealing, digests, { id, part, before }, logon, at) : {}
      yield* query(
        tx
          .update(logons)
          .set({ ...undone, ...(logon.status !== "expired" && { status: "frozen", frozenAt: at }) })
          .where(eq(logons.id, logonId))
      )
      yield* endLinks(tx, logonId)
      yield* endLogOns(tx, logonId, at)
      yield* endKeys(tx, logonId, at)
    })

    return Freezes.of({
      change: (code, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const at = DateTime.toDateUtc(now)
            const known = inArray(codes.codeDigest, [...digests.allOf("token", code)])
            const [unlocked] = yield* query(tx.select().from(codes).where(known))
            if (unlocked === undefined) return
            const { logonId } = unlocked
            const taxpayers = yield* taxpayersOf(tx, unlocked)
            for (const taxpayerDigest of taxpayers) yield* lockTaxpayer(tx, taxpayerDigest)
            // A role that was taken meanwhile: its number is not locked. Once more, from the start.
            if ((yield* taxpayersOf(tx, unlocked)).some((each) => !taxpayers.includes(each))) {
              return yield* Effect.die(new LostRace({ code: "40001" }))
            }
            const [logon] = yield* query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))
            const [row] = yield* query(tx.select().from(codes).where(eq(codes.id, unlocked.id)).for("update"))
            if (logon === undefined || row === undefined) return

            const claims = yield* claimOfGrants(tx, sealing, inArray(grants.taxpayerDigest, taxpayers))
            const whose = new Map(
              claims.map(({ claim, grant }) => [
                grant.taxpayerDigest,
                { idType: claim.idType, digits: Redacted.make(claim.id) }
              ])
            )
            const ownersOf = (key: string) => {
              const taxpayer = whose.get(key)
              return taxpayer === undefined ? [key] : digests.allOfTaxpayer(taxpayer)
            }
            const { channel, grantId, part, receiverId } = row
            const state = row.usedAt === null ? "open" : "used"
            const expiresAt = DateTime.fromDateUnsafe(row.expiresAt)
            const change = decide({
              code: { state, expiresAt, part, logonId, grantId, channel, receiverId },
              accesses: yield* Effect.forEach(taxpayers, (key) =>
                Effect.map(accessTo(tx, ownersOf(key)), (access) => ({
                  ...access,
                  key,
                  letterRowId: delivers && whose.has(key) ? ids.make("letter") : null
                }))
              )
            })
            if (change.isUsed) yield* query(tx.update(codes).set({ usedAt: at }).where(eq(codes.id, row.id)))
            if (change.freezes) yield* freeze(tx, row, logon, at)
            for (const { events, key: taxpayerDigest, promotes, suspends } of change.accesses) {
              if (suspends !== null) {
                yield* query(tx.update(grants).set({ state: "suspended" }).where(eq(grants.id, suspends)))
              }
              if (promotes !== null) {
                const heir = { role: "MasterAdministrator", scope: "all", effectiveAt: at } as const
                yield* query(tx.update(grants).set(heir).where(eq(grants.id, promotes)))
              }
              yield* beginContest(tx, { id: ids.make("contest"), taxpayerDigest, at }, events)
              yield* mailLetter(tx, { taxpayerDigest, mailedAt: at, counted: false }, events)
            }
            const recorded = { subjectId: logonId, actor: "person", at: now, about: { logonId, part } }
            yield* record(tx, { ...recorded, events: change.events })
            for (const { events, key } of change.accesses) {
              const taxpayer = whose.get(key)
              yield* record(tx, { ...recorded, events, ...(taxpayer !== undefined && { taxpayer }) })
            }
          })
        )
    })
  })
)
