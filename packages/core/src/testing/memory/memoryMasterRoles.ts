import { Effect, Redacted, Result } from "effect"
import { MasterRoles } from "../../profile/MasterRoles.ts"
import { ProfileError } from "../../profile/ProfileError.ts"
import type { OwnRole } from "../../profile/RegistrationLocks.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

/** Keeps what the roles of Master Administrators rest on: an amount, until a letter is entered. */
export const memoryMasterRoles = (house: MemoryHouse["Service"], openedAt: OwnRole["effectiveAt"]) => {
  const roleOf = (logonId: string): OwnRole => ({
    role: "MasterAdministrator",
    evidence: house.lettersEntered.has(logonId) ? "letterId" : "amount",
    effectiveAt: openedAt
  })
  return MasterRoles.of({
    of: (logonId, letterId) =>
      Effect.sync(() =>
        house.grants.flatMap((grant) => {
          const person = house.people.get(grant.owner)
          const isOwn = grant.logonId === logonId && grant.state === "effective" && grant.role === "MasterAdministrator"
          if (person === undefined || !isOwn) return []
          const { accountType, id, idType, taxpayerType } = person
          return [
            {
              ...roleOf(logonId),
              grantId: logonId,
              taxpayer: Redacted.make({ taxpayerType, idType, id, accountType }),
              isMailedTo: letterId !== null && house.letters.get(Redacted.value(letterId))?.owner === grant.owner
            }
          ]
        })
      ),
    confirm: (logonId, letterId, _now, decide) =>
      Effect.suspend(() => {
        const letter = house.letters.get(Redacted.value(letterId))
        const decided = decide({ letterIsLive: letter?.state === "live", role: roleOf(logonId) })
        if (Result.isFailure(decided)) return Effect.fail(new ProfileError({ reason: decided.failure }))
        if (letter !== undefined) house.letters.set(letter.letterId, { ...letter, state: "used" })
        house.lettersEntered.add(logonId)
        house.record(logonId, decided.success.events)
        return Effect.succeed(decided.success.answer)
      })
  })
}
