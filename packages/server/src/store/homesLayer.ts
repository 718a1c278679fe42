import { Homes } from "@mtc-logon/core/login"
import { formatNotMeCode } from "@mtc-logon/core/recovery"
import { and, desc, eq, isNull } from "drizzle-orm"
import { Effect, Layer, Redacted } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database } from "../database/Database.ts"
import { logonTable as logons, twoStepMethodTable as methods } from "../database/logonTable.ts"
import { messageTable as messages } from "../database/noticeTable.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { notMeCodeOf } from "./notMeCodeOf.ts"
import { methodOf } from "./methodOf.ts"
import { sealedProfile } from "./ProfileJson.ts"

/** What a logon sees when it comes home, from the database. */
export const homesLayer = Layer.effect(
  Homes,
  Effect.gen(function* () {
    const { run } = yield* Database
    const sealing = yield* Sealing
    const codeOf = yield* notMeCodeOf

    /** An e-message; a code that it tells is made anew of its id, and is a line once it was used. */
    const messageOf = Effect.fnUntraced(function* ({ at, id, messageId, params }: typeof messages.$inferSelect) {
      const place = { table: "message", column: "params", row: id }
      const { notMeId, ...plain }: Readonly<Record<string, string>> = JSON.parse(
        Redacted.value(sealing.open(place, params))
      )
      const known = notMeId === undefined ? null : yield* codeOf(notMeId)
      const code = known === null || known.row.usedAt !== null ? "-" : formatNotMeCode(known.code)
      return {
        id,
        messageId,
        params: { ...plain, ...(notMeId !== undefined && { code }) },
        at: at.toISOString()
      }
    })

    return Homes.of({
      of: Effect.fnUntraced(function* (logonId) {
        const [logon] = yield* run((db) => db.select().from(logons).where(eq(logons.id, logonId)))
        if (logon === undefined) return yield* Effect.die(new Error("A session of no logon"))
        const { email, name, phoneNumber } = sealedProfile.open(
          sealing,
          { table: "logon", column: "profile", row: logonId },
          logon.profile
        )
        const held = yield* run((db) =>
          db
            .select()
            .from(grants)
            .where(and(eq(grants.logonId, logonId), eq(grants.state, "effective")))
            .orderBy(grants.createdAt)
        )
        const told = yield* run((db) =>
          db.select().from(messages).where(eq(messages.logonId, logonId)).orderBy(desc(messages.at))
        )
        const own = yield* run((db) =>
          db
            .select()
            .from(methods)
            .where(and(eq(methods.logonId, logonId), isNull(methods.removedAt)))
            .orderBy(methods.createdAt)
        )
        return {
          username: logon.username,
          name,
          email,
          phoneNumber,
          taxProfessional: logon.taxProfessional,
          access: held.map(({ role, scope, taxpayerMask }) => ({ taxpayer: taxpayerMask, role, scope })),
          messages: yield* Effect.forEach(told, messageOf),
          twoStepMethods: own.map((row) => {
            const { confirmed, id, kind, target } = methodOf(sealing, row)
            return { id, kind, confirmed, ...(target !== null && { target }) }
          })
        }
      })
    })
  })
)
