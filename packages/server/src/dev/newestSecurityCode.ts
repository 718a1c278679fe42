import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import type { Context } from "hono"
import { Database } from "../database/Database.ts"
import { securityCodeTable, sessionTable } from "../database/logonTable.ts"
import { HttpError } from "../http/HttpError.ts"
import { sessionCookie } from "../http/sessionCookie.ts"
import { Derived } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"

const none = new HttpError({ reason: { _tag: "RouteNotFound" } })

/** The open code that was sent last to the logon of this session: what Populate fills in. */
export const newestSecurityCode = Effect.fnUntraced(function* (c: Context) {
  const { run } = yield* Database
  const token = sessionCookie.read(c)
  if (token === undefined) return yield* none
  const idDigests = [...(yield* Digests).allOf("token", token)]
  const [code] = yield* run((db) =>
    db
      .select({ id: securityCodeTable.id })
      .from(securityCodeTable)
      .innerJoin(sessionTable, eq(sessionTable.logonId, securityCodeTable.logonId))
      .where(
        and(
          inArray(sessionTable.idDigest, idDigests),
          isNull(sessionTable.endedAt),
          eq(securityCodeTable.state, "open"),
          // The challenge of a passkey is no code.
          ne(securityCodeTable.targetDigest, "")
        )
      )
      .orderBy(desc(securityCodeTable.sentAt))
      .limit(1)
  )
  return code === undefined ? yield* none : Redacted.value((yield* Derived).securityCode(code.id))
})
