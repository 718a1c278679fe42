import { Partners } from "@mtc-logon/core/partner"
import { eq } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database } from "../database/Database.ts"
import { partnerTable as partners } from "../database/partnerTable.ts"
import { ServerConfig } from "../ServerConfig.ts"

/** Keeps partners in the database; test partners are there in development only. */
export const partnersLayer = Layer.effect(
  Partners,
  Effect.gen(function* () {
    const { run } = yield* Database
    const { isDevelopment } = yield* ServerConfig
    return Partners.of({
      find: Effect.fnUntraced(function* (id) {
        const [row] = yield* run((db) => db.select().from(partners).where(eq(partners.id, id)))
        if (row === undefined || (row.mode === "test" && !isDevelopment)) return null
        const { disabledAt, mode, name, origins } = row
        return { id, name, origins, mode, disabled: disabledAt !== null }
      }),
      keep: Effect.fnUntraced(function* ({ disabled, ...partner }) {
        const now = DateTime.toDateUtc(yield* DateTime.now)
        const columns = { ...partner, origins: [...partner.origins], disabledAt: disabled ? now : null }
        yield* run((db) =>
          db
            .insert(partners)
            .values({ ...columns, redirectUris: [], createdAt: now })
            .onConflictDoUpdate({ target: partners.id, set: columns })
        )
      })
    })
  })
)
