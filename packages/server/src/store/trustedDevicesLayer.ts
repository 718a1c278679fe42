import { TrustedDevices, TwoStepError } from "@mtc-logon/core/two-step"
import type { DeviceName } from "@mtc-logon/core/two-step"
import { and, desc, eq, gt, inArray, isNull, ne } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { trustedDeviceTable as devices } from "../database/trustedDeviceTable.ts"
import { trustedDeviceTokenTable as tokens } from "../database/trustedDeviceTokenTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { recordEvents } from "./recordEvents.ts"

const notFound = new TwoStepError({ reason: { _tag: "DeviceNotFound" } })
const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

/** Shows and takes back the trust that the database keeps. */
export const trustedDevicesLayer = Layer.effect(
  TrustedDevices,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const record = yield* recordEvents

    return TrustedDevices.of({
      list: Effect.fnUntraced(function* (logonId, shown, now) {
        const trusted = and(
          eq(devices.logonId, logonId),
          isNull(devices.revokedAt),
          gt(devices.expiresAt, DateTime.toDateUtc(now))
        )
        const rows = yield* run((db) => db.select().from(devices).where(trusted).orderBy(desc(devices.lastSeenAt)))
        const shownDigests = shown.flatMap((token) => digests.allOf("token", token))
        const own = yield* run((db) =>
          db
            .select({ id: tokens.deviceId })
            .from(tokens)
            .where(inArray(tokens.tokenDigest, ["", ...shownDigests]))
        )
        return rows.map(({ browser, createdAt, expiresAt, id, lastSeenAt, system }) => ({
          id,
          name: { browser, system } as DeviceName,
          createdAt: DateTime.fromDateUnsafe(createdAt),
          lastSeenAt: DateTime.fromDateUnsafe(lastSeenAt),
          expiresAt: DateTime.fromDateUnsafe(expiresAt),
          isThisOne: own.some((token) => token.id === id)
        }))
      }),

      revoke: ({ logonId, sessionId }, id, now) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const at = DateTime.toDateUtc(now)
            if (!isUuid(id)) return yield* notFound
            const revoked = yield* query(
              tx
                .update(devices)
                .set({ revokedAt: at })
                .where(and(eq(devices.id, id), eq(devices.logonId, logonId), isNull(devices.revokedAt)))
                .returning({ id: devices.id })
            )
            if (revoked.length === 0) return yield* notFound
            yield* query(
              tx
                .update(sessions)
                .set({ endedAt: at })
                .where(and(eq(sessions.deviceId, id), ne(sessions.idDigest, sessionId), isNull(sessions.endedAt)))
            )
            const events = [{ _tag: "DeviceRevoked" }] as const
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events })
          })
        )
    })
  })
)
