import { DateTime } from "effect"
import type { OwnAccess, TaxpayerAccess } from "../../access/TaxpayerAccess.ts"
import type { AnyEvent } from "../../notices/AnyEvent.ts"
import { dayOf } from "../../decisions/dayOf.ts"
import { endLinks, endLogOns } from "../../logon/endLogOns.ts"
import type { MemoryGrant, MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** Letters are mailed at noon of their day, as in the stories. */
export const mailedAt = (day: string): DateTime.Utc => DateTime.makeUnsafe(`${day}T17:00:00Z`)

/** When a letter was mailed; null: there is none. */
export const letterMailedAt = ({ letters }: House, letterId: string | null): DateTime.Utc | null => {
  const letter = letterId === null ? undefined : letters.get(letterId)
  return letter === undefined ? null : mailedAt(letter.mailedOn)
}

/** Who has access to a taxpayer by a proof of their own, oldest first, and the contest between them. */
export const memoryAccess = ({ contests, grants }: House, owner: string): TaxpayerAccess => ({
  accesses: grants.flatMap(({ evidence, id, logonId, owner: whose, role, state }): ReadonlyArray<OwnAccess> =>
    whose !== owner || state === "ended" || evidence === "grant"
      ? []
      : [{ grantId: id, logonId, role, evidence, state }]
  ),
  contest: contests.get(owner) ?? null
})

/** Keeps the contest that an event speaks of; one that is open goes on, but staff end it where the event says so. */
export const beginMemoryContest = (house: House, owner: string, events: ReadonlyArray<AnyEvent>, now: DateTime.Utc) => {
  for (const event of events) {
    if (event._tag !== "ContestBegun") continue
    const openSince = house.contests.get(owner)?.openSince ?? now
    house.contests.set(owner, { openSince, endedBy: event.endedBy })
  }
}

const isOver = (state: MemoryGrant["state"]): boolean => state === "ended" || state === "waiting"

/** Ends the contest of a taxpayer, and every access by a proof of its own but one logon's. */
export const settleMemoryContest = (house: House, owner: string, now: DateTime.Utc, but?: string): void => {
  house.grants.forEach((grant, at) => {
    if (grant.owner !== owner || isOver(grant.state) || grant.evidence === "grant" || grant.logonId === but) return
    house.grants[at] = { ...grant, state: "ended" }
    const logon = house.logons.get(grant.logonId)
    if (logon !== undefined) house.logons.set(logon.id, endLogOns(endLinks(logon), now))
  })
  house.contests.delete(owner)
}

/** Keeps the letter that an event speaks of; its ID is made of its row's. */
export const keepMemoryLetter = (
  house: House,
  owner: string,
  events: ReadonlyArray<AnyEvent>,
  counted: boolean,
  now: DateTime.Utc
): void => {
  for (const event of events) {
    if (event._tag !== "LetterMailed") continue
    const letterId = `L${event.letterRowId.replaceAll(/\D/gu, "").padStart(10, "9")}`
    const letter = { letterId, kind: "sign-up", mailedOn: dayOf(now), state: "live", owner, reservedBy: null } as const
    house.letters.set(letterId, { ...letter, counted })
  }
}

/** The id of a letter that could be mailed now; null where none goes anywhere. */
export const makeMemoryLetterId = (house: House): string | null => (house.post.delivers ? house.makeId("letter") : null)
