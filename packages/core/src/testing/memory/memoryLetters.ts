import { Effect } from "effect"
import { Letters } from "../../logon-request/Letters.ts"
import { keepMemoryLetter, mailedAt } from "./memoryAccess.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { ownerOf } from "./MemoryHouse.ts"

/** Keeps letters; their IDs count up. */
export const memoryLetters = (house: MemoryHouse["Service"]) =>
  Letters.of({
    request: (taxpayer, now, decide) =>
      Effect.sync(() => {
        const owner = ownerOf(taxpayer)
        const own = [...house.letters.values()].filter((letter) => letter.owner === owner && letter.kind === "sign-up")
        const letterRowId = house.makeId("letter")
        const { events } = decide({
          counted: own
            .filter(({ counted }) => counted)
            .map(({ mailedOn, state }) => ({
              mailedAt: mailedAt(mailedOn),
              isUnused: state === "live" || state === "reserved"
            })),
          letterRowId,
          postDelivers: house.post.delivers
        })
        keepMemoryLetter(house, owner, events, true, now)
        house.record(letterRowId, events)
      })
  })
