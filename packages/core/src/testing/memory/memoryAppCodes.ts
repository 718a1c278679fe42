import { DateTime, Effect, Redacted } from "effect"
import { AppCodes } from "../../two-step/AppCodes.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { noTokens, standingOf, storeMemoryStep } from "./storeMemoryStep.ts"

type House = MemoryHouse["Service"]

export const memoryAppCode = (step: number): string => String(step % 1_000_000).padStart(6, "0")

/** Keeps apps that all show the code of `memoryAppCode`. */
export const memoryAppCodes = (house: House) =>
  AppCodes.of({
    enroll: (logonId) =>
      Effect.sync(() => ({
        secret: Redacted.make(`secret of ${logonId}`),
        otpauthUri: Redacted.make("otpauth://totp/"),
        qr: Redacted.make("<svg></svg>")
      })),
    change: (challenge, methodId, typed, { stepSeconds, toleranceSteps }, now, decide) =>
      Effect.sync(() => {
        const apps = [...house.methods.values()].filter(
          ({ confirmed, id, kind, logonId }) =>
            logonId === challenge.logonId && kind === "totp" && (methodId === null ? confirmed : id === methodId)
        )
        const step = Math.floor(DateTime.toEpochMillis(now) / (stepSeconds * 1000))
        const near = Array.from({ length: 2 * toleranceSteps + 1 }, (_, at) => step - toleranceSteps + at)
        const [app] = apps
        const found = near.find((one) => memoryAppCode(one) === Redacted.value(typed)) ?? null
        const { answer, events, next } = decide({
          ...standingOf(house, challenge.logonId, app?.id ?? null),
          app: app
            ? {
                purpose: app.confirmed ? "log-in" : "set-up",
                step: found,
                lastStep: house.appSteps.get(app.id) ?? null
              }
            : null
        })
        if (next === "unchanged" || app === undefined) return { answer, tokens: noTokens }
        if (next.confirmed && found !== null) house.appSteps.set(app.id, found)
        return { answer, tokens: storeMemoryStep(house, challenge, app.id, next, events, now) }
      })
  })
