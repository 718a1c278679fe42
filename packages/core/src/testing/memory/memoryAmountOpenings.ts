import { Effect, Result } from "effect"
import { AmountOpenings } from "../../profile/AmountOpenings.ts"
import { ProfileError } from "../../profile/ProfileError.ts"
import { ownRolesOf } from "./memoryMasterRoles.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

/** Keeps when amounts were opened. */
export const memoryAmountOpenings = (house: MemoryHouse["Service"]) =>
  AmountOpenings.of({
    open: (logonId, now, decide) =>
      Effect.suspend(() => {
        const numbers = ownRolesOf(house, logonId).map((own) => ({
          ...own,
          amountsOpenedAt: house.amountsOpened.get(own.owner) ?? null
        }))
        const decided = decide(numbers)
        if (Result.isFailure(decided)) return Effect.fail(new ProfileError({ reason: decided.failure }))
        const { answer, events, next } = decided.success
        for (const { owner } of next) house.amountsOpened.set(owner, now)
        house.record(logonId, events)
        return Effect.succeed(answer)
      })
  })
