import { Effect, Redacted } from "effect"
import type { Keys } from "../../logon/Keys.ts"
import { usernameKey } from "../../logon/usernameKey.ts"
import { Recoveries } from "../../recovery/Recoveries.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

/** Keeps what people forgot. */
export const memoryRecoveries = (house: MemoryHouse["Service"], keys: Keys["Service"]) =>
  Recoveries.of({
    ask: (what, typed) =>
      Effect.sync(() => {
        house.forgotten.push({ id: house.makeId("forgotten"), what, typed: Redacted.value(typed) })
      }),
    find: (askedId) =>
      Effect.sync(() => {
        const asked = house.forgotten.find(({ id }) => id === askedId)
        const typed = asked?.typed
        if (asked === undefined || typed == null) return null
        const email = keys.digestOf("email", typed.toLowerCase())
        const theirs = [...house.logons.values()].filter((logon) =>
          asked.what === "username" ? logon.emailDigest === email : logon.usernameKey === usernameKey(typed)
        )
        return { forgotten: asked.what, logonIds: theirs.map(({ id }) => id) }
      }),
    answered: (askedId) =>
      Effect.sync(() => {
        const at = house.forgotten.findIndex(({ id }) => id === askedId)
        house.forgotten[at] = { ...house.forgotten[at]!, typed: null }
      })
  })
