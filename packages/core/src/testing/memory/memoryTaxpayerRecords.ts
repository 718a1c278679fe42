import { DateTime, Duration, Effect } from "effect"
import { dayOf } from "../../decisions/dayOf.ts"
import { RecordsUnavailable, TaxpayerRecords } from "../../taxpayer/TaxpayerRecords.ts"
import { isHeld } from "./letterHold.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { ownerOf } from "./MemoryHouse.ts"

const daysBetween = (from: string, to: string): number =>
  Duration.toDays(DateTime.distance(DateTime.makeUnsafe(from), DateTime.makeUnsafe(to)))

/** What is on file of the people of the house. */
export const memoryTaxpayerRecords = (house: MemoryHouse["Service"]) =>
  TaxpayerRecords.of({
    find: (taxpayer, now) =>
      Effect.suspend(() => {
        if (!house.records.available) return Effect.fail(new RecordsUnavailable())
        house.records.lookUps += 1
        const today = dayOf(now)
        const owner = ownerOf(taxpayer)
        const returns = house.people.get(owner)?.returns ?? []
        const letters = [...house.letters.values()].filter((letter) => letter.owner === owner)
        return Effect.succeed({
          today,
          returns: returns.toSorted((a, b) => (a.periodEnd < b.periodEnd ? 1 : -1)),
          letters: letters.map((letter) => ({
            letterId: letter.letterId,
            kind: letter.kind,
            ageDays: daysBetween(letter.mailedOn, today),
            state: letter.state === "reserved" && !isHeld(house, letter, now) ? "live" : letter.state
          }))
        })
      }),

    contact: (taxpayer) =>
      Effect.suspend(() => {
        if (!house.records.available) return Effect.fail(new RecordsUnavailable())
        const person = house.people.get(ownerOf(taxpayer))
        return Effect.succeed(person === undefined ? null : { name: person.name, ...person.contact })
      }),

    standing: (taxpayer, accountType) =>
      Effect.suspend(() => {
        if (!house.records.available) return Effect.fail(new RecordsUnavailable())
        const person = house.people.get(ownerOf(taxpayer))
        return Effect.succeed({
          holds: [
            ...(person?.holds ?? []),
            ...(house.closed.has(ownerOf(taxpayer)) ? ["registration-lock" as const] : [])
          ],
          accountClosed:
            person?.taxAccounts.some((account) => account.accountType === accountType && account.closedOnline) ?? false
        })
      })
  })
