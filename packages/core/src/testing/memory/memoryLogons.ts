import { Effect, Redacted } from "effect"
import { AccessGrants } from "../../access/AccessGrants.ts"
import { CommonPasswords } from "../../logon/CommonPasswords.ts"
import { Logons } from "../../logon/Logons.ts"
import { usernameKey } from "../../logon/usernameKey.ts"
import { accessTo, letterMailedAt } from "./memoryAccess.ts"
import type { MemoryHouse, MemoryLogon } from "./MemoryHouse.ts"
import { ownerOf } from "./ownerOf.ts"

/** The logon that holds a username, in any of its spellings. */
export const logonOf = ({ logons }: MemoryHouse["Service"], username: string): MemoryLogon | undefined =>
  [...logons.values()].find(
    (logon) => logon.status !== "expired" && usernameKey(logon.username) === usernameKey(username)
  )

export const memoryLogons = (house: MemoryHouse["Service"]) =>
  Logons.of({ usernameTaken: (username) => Effect.sync(() => logonOf(house, username) !== undefined) })

export const memoryAccessGrants = (house: MemoryHouse["Service"]) =>
  AccessGrants.of({
    standing: (taxpayer, letterId) =>
      Effect.sync(() => {
        const owner = ownerOf(taxpayer)
        return {
          access: accessTo(house, owner),
          logonExists: house.grants.some((grant) => grant.owner === owner && grant.state !== "ended"),
          letterMailedAt: letterMailedAt(house, letterId === null ? null : Redacted.value(letterId))
        }
      })
  })

const common = new Set(["Password1", "Password123", "Welcome2020"])

/** Three passwords, to be found on a list. */
export const memoryCommonPasswords = CommonPasswords.of({
  includes: (password) => Effect.succeed(common.has(Redacted.value(password)))
})
