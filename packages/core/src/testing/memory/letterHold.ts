import { Redacted } from "effect"
import type { DateTime } from "effect"
import type { LogonRequestDraft } from "../../logon-request/LogonRequest.ts"
import { holdsLetter } from "../../logon-request/opensRequest.ts"
import { standingIn } from "./MemoryHouse.ts"
import type { MemoryHouse, MemoryLetter } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** Whether the request that a letter is reserved by still holds it. */
export const isHeld = (house: House, { reservedBy }: MemoryLetter, now: DateTime.Utc): boolean =>
  holdsLetter(standingIn(house, reservedBy), now)

const letterOf = ({ proof }: LogonRequestDraft): string | null =>
  proof === null || proof.letterId === null ? null : Redacted.value(proof.letterId)

/** The letters of its kind that were mailed before one that somebody has in hand are dead. @rule D-07 @adr 0020 */
export const supersedeOlder = ({ letters }: House, letter: MemoryLetter): void => {
  for (const other of letters.values()) {
    const isOlder = other.owner === letter.owner && other.kind === letter.kind && other.mailedOn < letter.mailedOn
    if (isOlder) letters.set(other.letterId, { ...other, state: "superseded" })
  }
}

/**
 * Lets go of the letter that a draft held and holds the one of its next proof; false where that is not free.
 *
 * **Details**
 *
 * The letters of its kind that were mailed before the one that is held are dead from then on.
 *
 * @rule D-07 @adr 0020
 */
export const letterHold = (
  house: House,
  before: LogonRequestDraft,
  next: LogonRequestDraft | "cancelled",
  now: DateTime.Utc
): boolean => {
  const wanted = next === "cancelled" ? null : letterOf(next)
  const letter = wanted === null ? undefined : house.letters.get(wanted)
  const isFree =
    letter?.state === "live" ||
    (letter?.state === "reserved" && (letter.reservedBy === before.id || !isHeld(house, letter, now)))
  if (wanted !== null && !isFree) return false
  const held = letterOf(before)
  const released = held === null ? undefined : house.letters.get(held)
  if (released?.state === "reserved" && released.reservedBy === before.id) {
    house.letters.set(released.letterId, { ...released, state: "live", reservedBy: null })
  }
  if (letter !== undefined) {
    house.letters.set(letter.letterId, { ...letter, state: "reserved", reservedBy: before.id })
    supersedeOlder(house, letter)
  }
  return true
}
