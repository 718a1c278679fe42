import { Freezes } from "@mtc-logon/core/recovery"
import type { ContestEvent } from "@mtc-logon/core/access"
import { and, eq, inArray, ne } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
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
import { beginContest } from "./beginContest.ts"
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

    /** Numbers that the logon is Master Administrator of by its own proof, in one order for everybody. */
    const mastered = (tx: Db, logonId: string) =>
      Effect.map(
        query(
          tx
            .select({ taxpayerDigest: grants.taxpayerDigest })
            .from(grants)
            .where(
              and(
                eq(grants.logonId, logonId),
                eq(grants.role, "MasterAdministrator"),
                inArray(grants.state, ["reserved", "effective"]),
                ne(grants.evidence, "grant")
              )
            )
        ),
        (rows) => rows.map(({ taxpayerDigest }) => taxpayerDigest).sort()
      )

    return Freezes.of({
      change: (code, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const at = DateTime.toDateUtc(now)
            const known = inArray(codes.codeDigest, [...digests.allOf("token", code)])
            const [unlocked] = yield* query(tx.select().from(codes).where(known))
            const { logonId } = unlocked ?? { logonId: undefined }
            if (logonId === undefined) return
            const taxpayers = yield* mastered(tx, logonId)
            for (const taxpayerDigest of taxpayers) yield* lockTaxpayer(tx, taxpayerDigest)
            // A role that was taken meanwhile: its number is not locked. Once more, from the start.
            if ((yield* mastered(tx, logonId)).some((each) => !taxpayers.includes(each))) {
              return yield* Effect.die(new LostRace({ code: "40001" }))
            }
            const [logon] = yield* query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))
            const [row] = yield* query(tx.select().from(codes).where(eq(codes.id, unlocked!.id)).for("update"))
            if (logon === undefined || row === undefined) return
            const { events, next } = decide({
              code: {
                state: row.usedAt === null ? "open" : "used",
                expiresAt: DateTime.fromDateUnsafe(row.expiresAt)
              },
              part: row.part,
              status: logon.status
            })
            const about = { logonId, part: row.part }
            if (next === "unchanged")
              return yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about })

            yield* query(tx.update(codes).set({ usedAt: at }).where(eq(codes.id, row.id)))
            yield* query(
              tx
                .update(activationCodes)
                .set({ state: "superseded" })
                .where(and(eq(activationCodes.logonId, logonId), eq(activationCodes.state, "open")))
            )
            const { before, id, part } = row
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
              before !== null && isProfilePart(part)
                ? columnsBefore(sealing, digests, { id, part, before }, logon, at)
                : {}
            yield* query(
              tx
                .update(logons)
                .set({ ...undone, ...(logon.status !== "expired" && { status: "frozen", frozenAt: at }) })
                .where(eq(logons.id, logonId))
            )
            yield* endLinks(tx, logonId)
            yield* endLogOns(tx, logonId, at)
            yield* endKeys(tx, logonId, at)
            const contest: ContestEvent = { _tag: "ContestBegun", because: "not-me" }
            for (const taxpayerDigest of taxpayers) {
              yield* beginContest(tx, { id: ids.make("contest"), taxpayerDigest, at }, [contest])
            }
            const all = taxpayers.length === 0 ? events : [...events, contest]
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events: all, about })
          })
        )
    })
  })
)
