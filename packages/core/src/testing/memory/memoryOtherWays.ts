import { DateTime, Effect, Redacted } from "effect"
import { AppCodes } from "../../two-step/AppCodes.ts"
import { Passkeys } from "../../two-step/Passkeys.ts"
import { PhoneRanges } from "../../two-step/PhoneRanges.ts"
import { RecoveryCodes } from "../../two-step/RecoveryCodes.ts"
import { TrustedDevices } from "../../two-step/TrustedDevices.ts"
import { TwoStepError } from "../../two-step/TwoStepError.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { noTokens, standingOf, storeMemoryStep } from "./memorySecondStep.ts"

type House = MemoryHouse["Service"]

/** The code that every app of this house shows in a step: the step itself, its last six digits. */
export const memoryAppCode = (step: number): string => String(step % 1_000_000).padStart(6, "0")

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

export const memoryRecoveryCodes = (house: House) =>
  RecoveryCodes.of({
    make: (logonId, { characters, count }, _now, events) =>
      Effect.sync(() => {
        house.recoveryCodes.forEach((code, at) => {
          if (code.logonId === logonId && code.state === "open")
            house.recoveryCodes[at] = { ...code, state: "replaced" }
        })
        const made = Array.from({ length: count }, () => house.makeId("").slice(1).padStart(characters, "0"))
        house.recoveryCodes.push(...made.map((code) => ({ code, logonId, state: "open" as const })))
        house.record(logonId, events)
        return made.map((code) => Redacted.make(code))
      }),
    left: (logonId) =>
      Effect.sync(() => house.recoveryCodes.filter((code) => code.logonId === logonId && code.state === "open").length),
    change: (challenge, typed, now, decide) =>
      Effect.sync(() => {
        const { logonId } = challenge
        const at = house.recoveryCodes.findIndex(
          (code) => code.logonId === logonId && code.code === Redacted.value(typed)
        )
        const code = house.recoveryCodes[at]
        const { answer, events, next } = decide({ ...standingOf(house, logonId, null), state: code?.state ?? "none" })
        if (next === "unchanged") return { answer, tokens: noTokens }
        if (next.confirmed && code !== undefined) house.recoveryCodes[at] = { ...code, state: "used" }
        return { answer, tokens: storeMemoryStep(house, challenge, null, next, events, now) }
      })
  })

/** A passkey of this house signs by naming the challenge: `{signs: <challenge>}`. */
export const memoryPasskeys = (house: House) =>
  Passkeys.of({
    begin: ({ logonId, sessionId }, methodId, purpose, now, expiresAt) =>
      Effect.suspend(() => {
        const method = house.methods.get(methodId)
        if (method?.logonId !== logonId) return Effect.fail(new TwoStepError({ reason: { _tag: "MethodNotFound" } }))
        const id = house.makeId("security-code")
        house.securityCodes.push({
          id,
          code: Redacted.make(id),
          logonId,
          sessionId,
          methodId,
          purpose,
          state: "open",
          failures: 0,
          sentAt: now,
          expiresAt
        })
        return Effect.succeed({ challenge: id })
      }),
    change: (challenge, methodId, answered, now, decide) =>
      Effect.sync(() => {
        const at = house.securityCodes.findLastIndex(
          (code) =>
            code.sessionId === challenge.sessionId &&
            (methodId === null || code.methodId === methodId) &&
            house.methods.get(code.methodId)?.kind === "passkey"
        )
        const code = house.securityCodes[at]
        const { answer, events, next } = decide({
          ...standingOf(house, challenge.logonId, code?.methodId ?? null),
          passkey: code
            ? {
                signed: answered["signs"] === code.id,
                state: code.state,
                purpose: code.purpose,
                expiresAt: code.expiresAt
              }
            : null
        })
        if (next === "unchanged" || code === undefined) return { answer, tokens: noTokens }
        if (next.confirmed) house.securityCodes[at] = { ...code, state: "confirmed" }
        return { answer, tokens: storeMemoryStep(house, challenge, code.methodId, next, events, now) }
      })
  })

export const memoryTrustedDevices = (house: House) =>
  TrustedDevices.of({
    list: (logonId, tokens, now) =>
      Effect.sync(() =>
        house.devices
          .filter(
            (device) => device.logonId === logonId && !device.revoked && DateTime.isLessThan(now, device.expiresAt)
          )
          .map(({ createdAt, expiresAt, id, lastSeenAt, name, token }) => ({
            id,
            name,
            createdAt,
            lastSeenAt,
            expiresAt,
            isThisOne: tokens.some((shown) => Redacted.value(shown) === token)
          }))
      ),
    revoke: ({ logonId }, id) =>
      Effect.suspend(() => {
        const at = house.devices.findIndex(
          (device) => device.id === id && device.logonId === logonId && !device.revoked
        )
        const device = house.devices[at]
        if (device === undefined) return Effect.fail(new TwoStepError({ reason: { _tag: "DeviceNotFound" } }))
        house.devices[at] = { ...device, revoked: true }
        house.record(logonId, [{ _tag: "DeviceRevoked" }])
        return Effect.void
      })
  })

export const memoryPhoneRanges = PhoneRanges.of({ isAssigned: () => true })
