import { Effect, Result } from "effect"
import { ProfileError } from "../../profile/ProfileError.ts"
import { RegistrationLocks } from "../../profile/RegistrationLocks.ts"
import { ownRolesOf } from "./memoryMasterRoles.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** Keeps which numbers are closed to registration. */
export const memoryRegistrationLocks = (house: House) => {
  const own = (logonId: string) => ownRolesOf(house, logonId)
  return RegistrationLocks.of({
    isLocked: (logonId) =>
      Effect.sync(() => {
        const masters = own(logonId).filter(({ role }) => role === "MasterAdministrator")
        return masters.length > 0 && masters.every(({ owner }) => house.closed.has(owner))
      }),
    change: (logonId, _now, locked, decide) =>
      Effect.suspend(() => {
        const decided = decide(own(logonId))
        if (Result.isFailure(decided)) return Effect.fail(new ProfileError({ reason: decided.failure }))
        const { answer, events, next } = decided.success
        for (const { owner } of next) {
          if (locked) house.closed.set(owner, logonId)
          else house.closed.delete(owner)
        }
        house.record(logonId, events)
        return Effect.succeed(answer)
      })
  })
}
