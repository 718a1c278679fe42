import { DateTime, Effect } from "effect"
import { dayOf } from "../../decisions/dayOf.ts"
import { Letters } from "../../logon-request/Letters.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { ownerOf } from "./ownerOf.ts"

/** Letters are mailed at noon of their day, as in the stories. */
const mailedAt = (day: string): DateTime.Utc => DateTime.makeUnsafe(`${day}T17:00:00Z`)

/** Keeps letters; their IDs count up. */
export const memoryLetters = (house: MemoryHouse["Service"]) =>
  Letters.of({
    request: (taxpayer, now, decide) =>
      Effect.sync(() => {
        const owner = ownerOf(taxpayer)
        const own = [...house.letters.values()].filter((letter) => letter.owner === owner && letter.kind === "sign-up")
        const days = own.map(({ mailedOn }) => mailedOn).sort()
        const newest = days.at(-1)
        const letterRowId = house.makeId("letter")
        const { events, next } = decide({
          newestMailedAt: newest === undefined ? null : mailedAt(newest),
          letterRowId,
          postDelivers: house.post.delivers
        })
        if (next === "mail") {
          const letterId = `L${letterRowId.replaceAll(/\D/gu, "").padStart(10, "9")}`
          const mailedOn = dayOf(now)
          house.letters.set(letterId, {
            letterId,
            kind: "sign-up",
            mailedOn,
            state: "live",
            owner,
            reservedBy: null
          })
        }
        house.record(letterRowId, events)
      })
  })
