import { Effect, Result } from "effect"
import { TwoStepError } from "../../two-step/TwoStepError.ts"
import { TwoStepMethods } from "../../two-step/TwoStepMethods.ts"
import { keepMemoryNotMeCode } from "./keepMemoryNotMeCode.ts"
import { endMemoryOthers } from "./storeMemoryStep.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

/** Keeps the ways in which a logon gets codes. */
export const memoryTwoStepMethods = (house: MemoryHouse["Service"]) =>
  TwoStepMethods.of({
    list: (logonId) => Effect.sync(() => [...house.methods.values()].filter((method) => method.logonId === logonId)),
    add: (logonId, { kind, target }, _now, events) =>
      Effect.sync(() => {
        for (const method of house.methods.values()) {
          const isAwaited = house.securityCodes.some(
            ({ methodId, state }) => methodId === method.id && state === "open"
          )
          const isPending = method.logonId === logonId && method.kind === kind && !method.confirmed
          if (isPending && !isAwaited) house.methods.delete(method.id)
        }
        const id = house.makeId("two-step-method")
        const method = { id, logonId, kind, target, confirmed: false }
        house.methods.set(id, method)
        house.record(logonId, events)
        return method
      }),
    remove: ({ logonId, sessionId }, methodId, now, decide) =>
      Effect.suspend(() => {
        const own = [...house.methods.values()].filter((method) => method.logonId === logonId)
        const decided = decide(own, house.makeId("not-me-code"))
        if (Result.isFailure(decided)) return Effect.fail(new TwoStepError({ reason: decided.failure }))
        const { events, undo } = decided.success
        const logon = house.logons.get(logonId)
        if (undo !== null && logon !== undefined) keepMemoryNotMeCode(house, logon, "two-step", undo)
        const works = house.methods.get(methodId)?.confirmed === true
        house.methods.delete(methodId)
        house.securityCodes.forEach((code, at) => {
          if (code.methodId === methodId && code.state === "open") {
            house.securityCodes[at] = { ...code, state: "superseded" }
          }
        })
        if (works) endMemoryOthers(house, logonId, sessionId, now)
        house.record(logonId, events)
        return Effect.void
      })
  })
