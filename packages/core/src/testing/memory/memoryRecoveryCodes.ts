import { Effect, Redacted } from "effect"
import { RecoveryCodes } from "../../two-step/RecoveryCodes.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { keepMemoryNotMeCode } from "./keepMemoryNotMeCode.ts"
import { noTokens, standingOf, storeMemoryStep } from "./storeMemoryStep.ts"

type House = MemoryHouse["Service"]

/** Keeps recovery codes in clear: a test looks at them. */
export const memoryRecoveryCodes = (house: House) =>
  RecoveryCodes.of({
    make: (logonId, { characters, count }, _now, decide) =>
      Effect.sync(() => {
        house.recoveryCodes.forEach((code, at) => {
          if (code.logonId === logonId && code.state === "open")
            house.recoveryCodes[at] = { ...code, state: "replaced" }
        })
        const made = Array.from({ length: count }, () => house.makeId("").slice(1).padStart(characters, "0"))
        house.recoveryCodes.push(...made.map((code) => ({ code, logonId, state: "open" as const })))
        const { events, undo } = decide(house.makeId("not-me-code"))
        const logon = house.logons.get(logonId)
        if (logon !== undefined) keepMemoryNotMeCode(house, logon, "recovery-codes", undo)
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
