import type { DateTime } from "effect"
import { changeLogon } from "./changeLogon.ts"
import { changeSome, endLinks, endLogOns } from "./endLogOns.ts"
import { endActivation } from "./issueActivation.ts"
import type { Keys } from "./Keys.ts"
import type { Before, Logon, NotMeCode } from "./Logon.ts"

/** The ways that worked then work, and none else. */
const putWaysBack = (logon: Logon, ways: ReadonlyArray<string>, now: DateTime.Utc): Logon => ({
  ...logon,
  methods: logon.methods.map((way) =>
    ways.includes(way.id) ? { ...way, removedAt: null } : { ...way, removedAt: way.removedAt ?? now }
  )
})

/**
 * Undoes the change that a code belongs to.
 *
 * **Gotchas**
 *
 * The address and the rest of a profile have separate codes. Each code undoes only its own change.
 */
export const putBack = (logon: Logon, keys: Keys["Service"], { before, part }: NotMeCode, now: DateTime.Utc): Logon => {
  if (part === "recovery-codes") {
    const recoveryCodes = changeSome(
      logon.recoveryCodes,
      ({ state }) => state === "open",
      (code) => ({ ...code, state: "replaced" as const })
    )
    return { ...logon, recoveryCodes }
  }
  const was: Before = before === null ? {} : keys.open(before)
  if ("ways" in was) return putWaysBack(logon, was.ways, now)
  if (was.profile === undefined) return changeLogon(logon, keys, was, now)
  const is = { ...keys.open(logon.profile), locale: logon.locale }
  const profile = part === "email" ? { ...is, email: was.profile.email } : { ...was.profile, email: is.email }
  return changeLogon(logon, keys, { profile }, now)
}

/** "This was not me": closes a logon, puts back what the code is of, and ends all that opens it. @rule D-26 */
export const freeze = (logon: Logon, keys: Keys["Service"], code: NotMeCode, now: DateTime.Utc): Logon => ({
  ...endLogOns(endLinks(endActivation(putBack(logon, keys, code, now))), now),
  status: "frozen",
  frozenAt: now
})

/** What was denied, or never used, is free again; the username may be chosen by the next person. @rule D-32 */
export const expire = (logon: Logon): Logon => ({ ...logon, status: "expired", usernameKey: `expired:${logon.id}` })
