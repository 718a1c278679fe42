import { RuleSets } from "@mtc-logon/core/decisions"
import { SecondProofs } from "@mtc-logon/core/recovery"
import { parseRecoveryCode, parseSecurityCode } from "@mtc-logon/core/two-step"
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { recoveryCodeTable as recoveryCodes } from "../database/recoveryCodeTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { stepsOfCode } from "../secrets/stepsOfCode.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { targetPlace } from "./methodOf.ts"
import { recoveryPasskeys } from "./recoveryPasskeys.ts"

/**
 * What proves a person besides the mailed link: a code of their app, a passkey, or a recovery code.
 *
 * **Gotchas**
 *
 * How often one may be wrong is counted by the link, not here.
 *
 * @rule D-47
 */
export const secondProofsLayer = Layer.effect(
  SecondProofs,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const ruleSets = yield* RuleSets
    const sealing = yield* Sealing
    const passkeys = yield* recoveryPasskeys

    const lock = (tx: Db, logonId: string) =>
      query(tx.select({ id: logons.id }).from(logons).where(eq(logons.id, logonId)).for("update"))
    const openCodes = (logonId: string) => and(eq(recoveryCodes.logonId, logonId), eq(recoveryCodes.state, "open"))
    const apps = (logonId: string) =>
      and(
        eq(methods.logonId, logonId),
        eq(methods.kind, "totp"),
        isNotNull(methods.confirmedAt),
        isNull(methods.removedAt)
      )

    const confirmRecoveryCode = Effect.fnUntraced(function* (
      tx: Db,
      logonId: string,
      typed: string,
      now: DateTime.Utc
    ) {
      const { ask } = yield* ruleSets.inForce(now)
      const mine = and(
        eq(recoveryCodes.logonId, logonId),
        inArray(recoveryCodes.codeDigest, [...digests.allOf("recovery-code", typed)])
      )
      const [code] = yield* query(tx.select().from(recoveryCodes).where(mine).for("update"))
      const secondStep = { failuresInARow: 0, lockedUntil: null, now: DateTime.toEpochMillis(now) }
      const { decision } = ask.recoveryCode.evaluate({ secondStep, recoveryCode: { state: code?.state ?? "none" } })
      if (decision._tag !== "Accepted" || code === undefined) return false
      const usedAt = DateTime.toDateUtc(now)
      yield* query(tx.update(recoveryCodes).set({ state: "used", usedAt }).where(eq(recoveryCodes.id, code.id)))
      return true
    })

    const confirmAppCode = Effect.fnUntraced(function* (tx: Db, logonId: string, typed: string, now: DateTime.Utc) {
      const { ask, policy } = yield* ruleSets.inForce(now)
      const { stepSeconds, toleranceSteps } = policy.twoStep.app
      const step = Math.floor(DateTime.toEpochMillis(now) / (stepSeconds * 1000))
      const near = Array.from({ length: 2 * toleranceSteps + 1 }, (_, at) => step - toleranceSteps + at)
      const secondStep = { failuresInARow: 0, lockedUntil: null, now: DateTime.toEpochMillis(now) }
      for (const row of yield* query(tx.select().from(methods).where(apps(logonId)).for("update"))) {
        const secret = sealing.open(targetPlace(row.id), row.target)
        const steps = stepsOfCode(secret, Redacted.make(typed), near, stepSeconds)
        const fresh = steps.find((one) => row.lastTimeStep === null || one > row.lastTimeStep) ?? steps[0] ?? null
        const { decision } = ask.appCode.evaluate({ secondStep, appCode: { step: fresh, lastStep: row.lastTimeStep } })
        if (decision._tag !== "Accepted") continue
        yield* query(tx.update(methods).set({ lastTimeStep: fresh }).where(eq(methods.id, row.id)))
        return true
      }
      return false
    })

    return SecondProofs.of({
      has: Effect.fnUntraced(function* (logonId) {
        const codes = yield* run((db) =>
          db.select({ id: recoveryCodes.id }).from(recoveryCodes).where(openCodes(logonId)).limit(1)
        )
        const own = yield* run((db) => db.select({ id: methods.id }).from(methods).where(apps(logonId)).limit(1))
        const signers = yield* run((db) => passkeys.of(db, logonId))
        return codes.length + own.length + signers.length > 0
      }),

      beginPasskey: (link, now, expiresAt) =>
        transaction((tx) => Effect.andThen(lock(tx, link.logonId), passkeys.begin(tx, link, now, expiresAt))),

      confirm: (link, shown, now) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { logonId } = link
            const { policy } = yield* ruleSets.inForce(now)
            yield* lock(tx, logonId)
            if ("credential" in shown) return yield* passkeys.confirm(tx, link, shown.credential, now)
            const recoveryCode = parseRecoveryCode(Redacted.value(shown.code), policy.twoStep.recoveryCode.characters)
            if ("value" in recoveryCode) return yield* confirmRecoveryCode(tx, logonId, recoveryCode.value, now)
            const appCode = parseSecurityCode(Redacted.value(shown.code), policy.twoStep.code.digits)
            return "value" in appCode ? yield* confirmAppCode(tx, logonId, appCode.value, now) : false
          })
        )
    })
  })
)
