import { Effect, Redacted } from "effect"
import { AccessGrants } from "../../access/AccessGrants.ts"
import { CommonPasswords } from "../../logon/CommonPasswords.ts"
import { Logons } from "../../logon/Logons.ts"
import { usernameKey } from "../../logon/usernameKey.ts"
import type { MemoryHouse, MemoryLogon } from "./MemoryHouse.ts"
import { ownerOf } from "./ownerOf.ts"

/** The logon that holds a username, in any of its spellings. */
export const logonOf = ({ logons }: MemoryHouse["Service"], username: string): MemoryLogon | undefined =>
  [...logons.values()].find(
    (logon) => logon.status !== "expired" && usernameKey(logon.username) === usernameKey(username)
  )

export const memoryLogons = (house: MemoryHouse["Service"]) =>
  Logons.of({ usernameTaken: (username) => Effect.sync(() => logonOf(house, username) !== undefined) })

/** What stands on a taxpayer, reserved or effective. */
export const standingOn = ({ grants }: MemoryHouse["Service"], owner: string) => {
  const held = grants.filter((grant) => grant.owner === owner && grant.state !== "ended")
  return { masterExists: held.some(({ role }) => role === "MasterAdministrator"), logonExists: held.length > 0 }
}

export const memoryAccessGrants = (house: MemoryHouse["Service"]) =>
  AccessGrants.of({
    standing: (taxpayer) =>
      Effect.sync(() => ({
        ...standingOn(house, ownerOf(taxpayer)),
        contest: { openSince: null, letterMailedAt: null }
      }))
  })

const common = new Set(["Password1", "Password123", "Welcome2020"])

/** Three passwords, to be found on a list. */
export const memoryCommonPasswords = CommonPasswords.of({
  includes: (password) => Effect.succeed(common.has(Redacted.value(password)))
})
