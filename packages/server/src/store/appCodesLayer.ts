import { AppCodes } from "@mtc-logon/core/two-step"
import type { TypedAppCodeFacts } from "@mtc-logon/core/two-step"
import { and, eq, isNull, lt, or } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { appLinkOf, newAppSecret, stepsOfCode } from "../secrets/stepsOfCode.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { targetPlace } from "./methodOf.ts"
import { noTokens, secondStepStore } from "./secondStepStore.ts"

/** Keeps the secrets of authentication apps in the database, sealed, and the last step that each was used at. */
export const appCodesLayer = Layer.effect(
  AppCodes,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const sealing = yield* Sealing
    const { finish, lock } = yield* secondStepStore

    return AppCodes.of({
      enroll: (logonId) =>
        Effect.map(
          run((db) => db.select({ username: logons.username }).from(logons).where(eq(logons.id, logonId))),
          ([logon]) => {
            const secret = newAppSecret()
            return { secret, ...appLinkOf(secret, logon?.username ?? "") }
          }
        ),

      change: (challenge, methodId, typed, { stepSeconds, toleranceSteps }, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { own, session, standingFor } = yield* lock(tx, challenge)
            const step = Math.floor(DateTime.toEpochMillis(now) / (stepSeconds * 1000))
            const near = Array.from({ length: 2 * toleranceSteps + 1 }, (_, at) => step - toleranceSteps + at)
            const apps = own
              .filter(
                ({ confirmedAt, id, kind }) =>
                  kind === "totp" && (methodId === null ? confirmedAt !== null : id === methodId)
              )
              .map((row) => {
                const steps = stepsOfCode(sealing.open(targetPlace(row.id), row.target), typed, near, stepSeconds)
                const { lastTimeStep } = row
                const fresh = steps.find((one) => lastTimeStep === null || one > lastTimeStep)
                return { row, step: fresh ?? steps[0] ?? null }
              })
            const app = session === null ? undefined : (apps.find(({ step }) => step !== null) ?? apps[0])
            const facts: TypedAppCodeFacts = {
              ...standingFor(app?.row.id ?? null),
              app:
                app === undefined
                  ? null
                  : {
                      purpose: app.row.confirmedAt === null ? "set-up" : "log-in",
                      step: app.step,
                      lastStep: app.row.lastTimeStep
                    }
            }
            const { answer, events, next } = decide(facts)
            if (next === "unchanged" || app === undefined) return { answer, tokens: noTokens }
            if (next.confirmed && app.step !== null) {
              // The row is locked: the condition is the net beneath.
              const later = or(isNull(methods.lastTimeStep), lt(methods.lastTimeStep, app.step))
              const used = yield* query(
                tx
                  .update(methods)
                  .set({ lastTimeStep: app.step })
                  .where(and(eq(methods.id, app.row.id), later))
                  .returning({ id: methods.id })
              )
              if (used.length === 0) return yield* Effect.die(new Error("A step of an app was used twice"))
            }
            return { answer, tokens: yield* finish(tx, challenge, session, app.row.id, next, events, now) }
          })
        )
    })
  })
)
