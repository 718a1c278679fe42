import { usernameKey } from "@mtc-logon/core/logon"
import { and, asc, desc, eq, ne, sql } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { activationCodeTable } from "../../packages/server/src/database/logonRequestTable.ts"
import { auditTable } from "../../packages/server/src/database/auditTable.ts"
import { Database } from "../../packages/server/src/database/Database.ts"
import {
  emailChangeTable,
  logonTable,
  recoveryTable,
  securityCodeTable
} from "../../packages/server/src/database/logonTable.ts"
import { forgottenTable, noticeTable } from "../../packages/server/src/database/noticeTable.ts"
import { notMeCodeTable } from "../../packages/server/src/database/accessGrantTable.ts"
import { Derived } from "../../packages/server/src/secrets/Derived.ts"
import { appCodeAt } from "../journeys/appCodeAt.ts"
import { Watch } from "./Watch.ts"

/** Looks at a house in a database. */
export const storeWatch = Layer.effect(
  Watch,
  Effect.gen(function* () {
    const { run } = yield* Database
    const derived = yield* Derived
    return Watch.of({
      happened: (id) =>
        Effect.map(
          run((db) => db.select().from(auditTable).where(eq(auditTable.subjectId, id)).orderBy(asc(auditTable.seq))),
          (rows) => rows.map(({ type }) => type)
        ),
      notices: (id) =>
        Effect.map(
          run((db) =>
            db
              .select()
              .from(noticeTable)
              .where(eq(sql`${noticeTable.subjects}->>'logonId'`, id))
          ),
          (rows) => rows.map(({ kind }) => kind).sort()
        ),
      newestCode: (id) =>
        Effect.map(
          run((db) =>
            db
              .select()
              .from(securityCodeTable)
              .where(and(eq(securityCodeTable.logonId, id), ne(securityCodeTable.targetDigest, "")))
              .orderBy(desc(securityCodeTable.sentAt))
          ),
          ([row]) => derived.securityCode(row!.id)
        ),
      activation: (username) =>
        Effect.map(
          run((db) =>
            db
              .select()
              .from(activationCodeTable)
              .innerJoin(logonTable, eq(logonTable.id, activationCodeTable.logonId))
              .where(eq(logonTable.usernameKey, usernameKey(username)))
              .orderBy(desc(activationCodeTable.createdAt))
          ),
          ([row]) => derived.linkToken("activation", row!.activation_code.id)
        ),
      link: (purpose, id) =>
        Effect.map(
          run((db) => {
            const table = purpose === "password-reset" ? recoveryTable : emailChangeTable
            return db.select({ id: table.id }).from(table).where(eq(table.logonId, id)).orderBy(desc(table.createdAt))
          }),
          ([row]) => derived.linkToken(purpose, row!.id)
        ),
      notMeCode: (id) =>
        Effect.map(
          run((db) =>
            db
              .select()
              .from(notMeCodeTable)
              .where(eq(notMeCodeTable.logonId, id))
              .orderBy(desc(notMeCodeTable.createdAt))
          ),
          ([row]) => derived.notMeCodes(row!.id)[0]!
        ),
      forgotten: Effect.map(
        run((db) => db.select().from(forgottenTable).orderBy(desc(forgottenTable.at))),
        ([row]) => row!.id
      ),
      appCode: (secret, at) => Redacted.make(appCodeAt(Redacted.value(secret), DateTime.toEpochMillis(at)))
    })
  })
)
