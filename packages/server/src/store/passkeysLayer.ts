import { Passkeys, TwoStepError } from "@mtc-logon/core/two-step"
import type { AnsweredPasskeyFacts } from "@mtc-logon/core/two-step"
import { and, desc, eq } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { Database, query } from "../database/Database.ts"
import { securityCodeTable as codes } from "../database/securityCodeTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { Derived } from "../secrets/Derived.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import {
  creationOptions,
  newPasskeyOf,
  PasskeyJson,
  relyingPartyOf,
  requestOptions,
  signedPasskeyOf
} from "../secrets/RelyingParty.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { methodOf, targetPlace } from "./methodOf.ts"
import { confirmedOf, noTokens, secondStepStore } from "./secondStepStore.ts"

const passkeyJson = sealedJson(PasskeyJson)
const confirmedPasskeys = confirmedOf("passkey")

/** Keeps passkeys in the database: public keys sealed, challenges derived from the ids of their rows. */
export const passkeysLayer = Layer.effect(
  Passkeys,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const derived = yield* Derived
    const ids = yield* Ids
    const sealing = yield* Sealing
    const { finish, lock } = yield* secondStepStore
    const party = relyingPartyOf(yield* ServerConfig)

    const keptOf = (row: typeof methods.$inferSelect) => passkeyJson.open(sealing, targetPlace(row.id), row.target)

    return Passkeys.of({
      begin: (challenge, methodId, now, expiresAt, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { logonId, sessionId } = challenge
            const { logon, own } = yield* lock(tx, challenge)
            const method = own.find(({ id, kind }) => id === methodId && kind === "passkey")
            if (logon === undefined || method === undefined)
              return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
            const decided = decide(own.map((row) => methodOf(sealing, row)))
            if (Result.isFailure(decided)) return yield* new TwoStepError({ reason: decided.failure })
            const purpose = decided.success
            const id = ids.make("security-code")
            yield* query(
              tx
                .update(codes)
                .set({ state: "superseded" })
                .where(and(eq(codes.logonId, logonId), eq(codes.state, "open")))
            )
            yield* query(
              tx.insert(codes).values({
                id,
                logonId,
                methodId,
                purpose,
                sessionDigest: sessionId,
                targetDigest: "",
                state: "open",
                sentAt: DateTime.toDateUtc(now),
                expiresAt: DateTime.toDateUtc(expiresAt)
              })
            )
            const timeoutMs = DateTime.toEpochMillis(expiresAt) - DateTime.toEpochMillis(now)
            const kept = confirmedPasskeys(own).map(keptOf)
            const signs = derived.passkeyChallenge(id)
            return yield* purpose === "set-up"
              ? creationOptions(party, signs, { kept, logonId, timeoutMs, username: logon.username })
              : requestOptions(party, signs, kept, timeoutMs)
          })
        ),

      change: (challenge, methodId, answered, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { own, session, standingFor } = yield* lock(tx, challenge)
            const [found] = yield* query(
              tx
                .select()
                .from(codes)
                .innerJoin(methods, eq(methods.id, codes.methodId))
                .where(
                  and(
                    eq(codes.logonId, challenge.logonId),
                    eq(codes.sessionDigest, challenge.sessionId),
                    eq(methods.kind, "passkey"),
                    ...(methodId === null ? [] : [eq(codes.methodId, methodId)])
                  )
                )
                // Two challenges of one millisecond: at most one of them is open.
                .orderBy(desc(codes.sentAt), desc(eq(codes.state, "open")))
                .limit(1)
                .for("update", { of: codes })
            )
            const code = session === null ? undefined : found?.security_code
            const signs = code === undefined ? [] : derived.passkeyChallenges(code.id)
            const isSetUp = code?.purpose !== "log-in"
            // The one that signed is any of the logon's: the browser chooses.
            const signer = isSetUp
              ? own.find(({ id }) => id === code?.methodId)
              : confirmedPasskeys(own).find((row) => keptOf(row).credentialId === answered["id"])
            const kept =
              signer === undefined
                ? null
                : yield* isSetUp
                    ? newPasskeyOf(party, signs, answered)
                    : signedPasskeyOf(party, signs, keptOf(signer), answered)
            const facts: AnsweredPasskeyFacts = {
              ...standingFor(code?.methodId ?? null),
              passkey:
                code === undefined
                  ? null
                  : {
                      signed: kept !== null,
                      state: code.state,
                      purpose: isSetUp ? "set-up" : "log-in",
                      expiresAt: DateTime.fromDateUnsafe(code.expiresAt)
                    }
            }
            const { answer, events, next } = decide(facts)
            if (next === "unchanged" || code === undefined) return { answer, tokens: noTokens }
            if (next.confirmed && kept !== null && signer !== undefined) {
              const at = DateTime.toDateUtc(now)
              yield* query(tx.update(codes).set({ state: "confirmed", confirmedAt: at }).where(eq(codes.id, code.id)))
              yield* query(
                tx
                  .update(methods)
                  .set({ target: passkeyJson.seal(sealing, targetPlace(signer.id), kept) })
                  .where(eq(methods.id, signer.id))
              )
            }
            return { answer, tokens: yield* finish(tx, challenge, session, signer?.id ?? null, next, events, now) }
          })
        )
    })
  })
)
