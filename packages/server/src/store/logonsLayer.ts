import { Logons, usernameKey } from "@mtc-logon/core/logon"
import { eq } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { Database } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"

/** Keeps logons in the database. */
export const logonsLayer = Layer.effect(
  Logons,
  Effect.map(Database, ({ run }) =>
    Logons.of({
      usernameTaken: (username) =>
        Effect.map(
          run((db) =>
            db
              .select({ id: logons.id })
              .from(logons)
              .where(eq(logons.usernameKey, usernameKey(username)))
          ),
          (rows) => rows.length > 0
        )
    })
  )
)
