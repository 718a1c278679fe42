import { ApiKeys } from "@mtc-logon/core/partner"
import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Audit } from "../audit/Audit.ts"
import { apiKeyTable as keys } from "../database/partnerTable.ts"
import { Database, query } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { ServerConfig } from "../ServerConfig.ts"

/** The key of the sandbox, which everybody knows. */
const isOfSandbox = (secret: string) => secret.startsWith("mtck_sandbox-")

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

const keyOf = ({ createdAt, id, name, revokedAt, scopes }: typeof keys.$inferSelect) => ({
  id,
  name,
  scopes,
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null
})

/** Keeps the keys of applications in the database; who made and who ended one stands in the audit trail. */
export const apiKeysLayer = Layer.effect(
  ApiKeys,
  Effect.gen(function* () {
    const audit = yield* Audit
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const { isDevelopment } = yield* ServerConfig

    return ApiKeys.of({
      find: Effect.fnUntraced(function* (secret) {
        // A database that came from a development house opens nothing in production.
        if (!isDevelopment && isOfSandbox(Redacted.value(secret))) return null
        const theirs = inArray(keys.secretDigest, [...digests.allOf("api-key", secret)])
        const [row] = yield* run((db) =>
          db
            .select()
            .from(keys)
            .where(and(theirs, isNull(keys.revokedAt)))
        )
        return row === undefined ? null : keyOf(row)
      }),

      keep: ({ name, scopes }, secret) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const [known] = yield* query(
              tx
                .select()
                .from(keys)
                .where(inArray(keys.secretDigest, [...digests.allOf("api-key", secret)]))
            )
            if (known !== undefined) return keyOf(known)
            const at = yield* DateTime.now
            const id = ids.make("api-key")
            const secretDigest = digests.of("api-key", secret)
            yield* query(
              tx.insert(keys).values({ id, name, scopes: [...scopes], secretDigest, createdAt: DateTime.toDateUtc(at) })
            )
            yield* audit.append(tx, [
              { at, type: "ApiKeyCreated", subjectId: id, actor: "system", detail: { name, scopes } }
            ])
            return { id, name, scopes, createdAt: DateTime.formatIso(at), revokedAt: null }
          })
        ),

      list: run((db) => db.select().from(keys).orderBy(asc(keys.createdAt), asc(keys.id))).pipe(
        Effect.map((rows) => rows.map(keyOf))
      ),

      revoke: (id) =>
        transaction((tx) =>
          Effect.gen(function* () {
            if (!uuid.test(id)) return false
            const at = yield* DateTime.now
            const revoked = yield* query(
              tx
                .update(keys)
                .set({ revokedAt: DateTime.toDateUtc(at) })
                .where(and(eq(keys.id, id), isNull(keys.revokedAt)))
                .returning({ id: keys.id })
            )
            if (revoked.length === 0) return false
            yield* audit.append(tx, [{ at, type: "ApiKeyRevoked", subjectId: id, actor: "system", detail: {} }])
            return true
          })
        )
    })
  })
)
