import { RuleSets } from "@mtc-logon/core/decisions"
import type { AnsweredLink } from "@mtc-logon/core/recovery"
import type { PasskeyAnswer } from "@mtc-logon/core/two-step"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { securityCodeTable as codes } from "../database/securityCodeTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { Derived } from "../secrets/Derived.ts"
import { Ids } from "../secrets/Ids.ts"
import { PasskeyJson, relyingPartyOf, requestOptions, signedPasskeyOf } from "../secrets/RelyingParty.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { targetPlace } from "./methodOf.ts"

const passkeyJson = sealedJson(PasskeyJson)

/**
 * Passkeys as what proves besides the mailed link. Whoever calls has locked the logon's row.
 *
 * **Gotchas**
 *
 * A challenge is good for its link alone: a link has no session, so its id stands where a session's digest would.
 *
 * @rule D-47 @rule D-49
 */
export const recoveryPasskeys = Effect.gen(function* () {
  const derived = yield* Derived
  const ids = yield* Ids
  const ruleSets = yield* RuleSets
  const sealing = yield* Sealing
  const party = relyingPartyOf(yield* ServerConfig)

  const of = (db: Db, logonId: string) =>
    db
      .select()
      .from(methods)
      .where(
        and(
          eq(methods.logonId, logonId),
          eq(methods.kind, "passkey"),
          isNotNull(methods.confirmedAt),
          isNull(methods.removedAt)
        )
      )
      .orderBy(methods.createdAt)
  const keptOf = (row: typeof methods.$inferSelect) => passkeyJson.open(sealing, targetPlace(row.id), row.target)
  const openOf = (logonId: string) =>
    and(eq(codes.logonId, logonId), eq(codes.purpose, "recovery"), eq(codes.state, "open"))

  const begin = Effect.fnUntraced(function* (
    tx: Db,
    { logonId, recoveryId }: AnsweredLink,
    now: DateTime.Utc,
    expiresAt: DateTime.Utc
  ) {
    const own = yield* query(of(tx, logonId))
    const [first] = own
    if (first === undefined) return null
    const id = ids.make("security-code")
    yield* query(tx.update(codes).set({ state: "superseded" }).where(openOf(logonId)))
    yield* query(
      tx.insert(codes).values({
        id,
        logonId,
        methodId: first.id,
        purpose: "recovery",
        sessionDigest: recoveryId,
        targetDigest: "",
        state: "open",
        sentAt: DateTime.toDateUtc(now),
        expiresAt: DateTime.toDateUtc(expiresAt)
      })
    )
    const timeoutMs = DateTime.toEpochMillis(expiresAt) - DateTime.toEpochMillis(now)
    return yield* requestOptions(party, derived.passkeyChallenge(id), own.map(keptOf), timeoutMs)
  })

  const confirm = Effect.fnUntraced(function* (
    tx: Db,
    { logonId, recoveryId }: AnsweredLink,
    answered: PasskeyAnswer,
    now: DateTime.Utc
  ) {
    const { ask } = yield* ruleSets.inForce(now)
    const ofLink = and(openOf(logonId), eq(codes.sessionDigest, recoveryId))
    const [code] = yield* query(tx.select().from(codes).where(ofLink).for("update"))
    const own = yield* query(of(tx, logonId))
    const signer = own.find((row) => keptOf(row).credentialId === answered["id"])
    if (code === undefined || signer === undefined) return false
    const kept = yield* signedPasskeyOf(party, derived.passkeyChallenges(code.id), keptOf(signer), answered)
    const { decision } = ask.passkey.evaluate({
      secondStep: { failuresInARow: 0, lockedUntil: null, now: DateTime.toEpochMillis(now) },
      passkey: { signed: kept !== null, state: code.state, expiresAt: code.expiresAt.getTime() }
    })
    if (decision._tag !== "Accepted" || kept === null) return false
    const confirmedAt = DateTime.toDateUtc(now)
    yield* query(tx.update(codes).set({ state: "confirmed", confirmedAt }).where(eq(codes.id, code.id)))
    const target = passkeyJson.seal(sealing, targetPlace(signer.id), kept)
    yield* query(tx.update(methods).set({ target }).where(eq(methods.id, signer.id)))
    return true
  })

  return { begin, confirm, of }
})
