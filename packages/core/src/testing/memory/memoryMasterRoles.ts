import { Effect, Redacted, Result } from "effect"
import { MasterRoles } from "../../profile/MasterRoles.ts"
import { ProfileError } from "../../profile/ProfileError.ts"
import type { OwnRole } from "../../profile/RegistrationLocks.ts"
import { supersedeOlder } from "./letterHold.ts"
import { memoryAccess, letterMailedAt, settleMemoryContest } from "./memoryAccess.ts"
import type { MemoryGrant, MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** The roles of a logon that rest on a proof of its own and are effective. */
export const ownRolesOf = ({ contests, grants }: House, logonId: string): ReadonlyArray<OwnRole & MemoryGrant> =>
  grants.flatMap((grant) => {
    const { evidence } = grant
    if (grant.logonId !== logonId || grant.state !== "effective" || evidence === "grant") return []
    return [{ ...grant, evidence, contested: contests.has(grant.owner) }]
  })

const mastersOf = (house: House, logonId: string) =>
  ownRolesOf(house, logonId).filter(({ role }) => role === "MasterAdministrator")

/** Keeps what the roles of Master Administrators rest on: an amount, until a letter is entered. */
export const memoryMasterRoles = (house: House) =>
  MasterRoles.of({
    of: (logonId, letterId) =>
      Effect.sync(() =>
        mastersOf(house, logonId).flatMap((own) => {
          const person = house.people.get(own.owner)
          if (person === undefined) return []
          const { accountType, id, idType, taxpayerType } = person
          return [
            {
              ...own,
              grantId: own.id,
              taxpayer: Redacted.make({ taxpayerType, idType, id, accountType }),
              isMailedTo: letterId !== null && house.letters.get(Redacted.value(letterId))?.owner === own.owner
            }
          ]
        })
      ),
    confirm: (grantId, letterId, now, decide) =>
      Effect.suspend(() => {
        const at = house.grants.findIndex(({ id }) => id === grantId)
        const grant = house.grants[at]
        const logonId = grant?.logonId ?? ""
        const letter = house.letters.get(Redacted.value(letterId))
        const decided = decide({
          letterIsLive: letter?.state === "live",
          letterMailedAt: letterMailedAt(house, Redacted.value(letterId)),
          access: memoryAccess(house, grant?.owner ?? ""),
          role: mastersOf(house, logonId).find(({ id }) => id === grantId) ?? null
        })
        if (Result.isFailure(decided)) return Effect.fail(new ProfileError({ reason: decided.failure }))
        const { answer, events, next } = decided.success
        if (letter !== undefined) {
          house.letters.set(letter.letterId, { ...letter, state: "used" })
          supersedeOlder(house, letter)
        }
        if (grant !== undefined) {
          house.grants[at] = { ...grant, evidence: "letterId" }
          if (next === "settled") settleMemoryContest(house, grant.owner, now, logonId)
        }
        house.record(logonId, events)
        return Effect.succeed(answer)
      })
  })
