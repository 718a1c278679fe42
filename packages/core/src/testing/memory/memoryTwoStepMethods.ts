import { Effect } from "effect"
import { TwoStepMethods } from "../../two-step/TwoStepMethods.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

/** Keeps the ways in which a logon gets codes. */
export const memoryTwoStepMethods = (house: MemoryHouse["Service"]) =>
  TwoStepMethods.of({
    list: (logonId) => Effect.sync(() => [...house.methods.values()].filter((method) => method.logonId === logonId)),
    add: (logonId, { kind, target }, _now, events) =>
      Effect.sync(() => {
        for (const method of house.methods.values()) {
          if (method.logonId === logonId && method.kind === kind && !method.confirmed) house.methods.delete(method.id)
        }
        const id = house.makeId("two-step-method")
        const method = { id, logonId, kind, target, confirmed: false }
        house.methods.set(id, method)
        house.record(logonId, events)
        return method
      })
  })
