import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { isIdNumber } from "../../src/taxpayer/isIdNumber.ts"
import { isPhoneNumber } from "../../src/contact/isPhoneNumber.ts"
import { parsePhoneNumber } from "../../src/contact/parsePhoneNumber.ts"
import { findLogonRequest } from "../../src/logon-request/findLogonRequest.ts"
import { memoryLayer } from "../../src/testing/memoryLayer.ts"
import { peopleAt } from "../../src/testing/peopleAt.ts"
import type { Person } from "../../src/testing/Person.ts"
import { settleAs } from "../visit.ts"

const endingOf = Effect.fnUntraced(function* (person: Person) {
  const settled = yield* Effect.result(settleAs(person))
  if (Result.isFailure(settled)) {
    const { failure } = settled
    const reason = "reason" in failure ? failure.reason._tag : failure._tag
    return { ending: reason === "VerificationFailed" ? "not-verified" : reason === "Issues" ? "issue" : reason }
  }
  const { key, receipt } = settled.success
  const { status } = yield* findLogonRequest(key)
  return { ending: status, ...(status === "approved" && { role: receipt.role.role }) }
})

const days = ["2020-11-20", "2021-02-28", "2024-05-01", "2026-11-24"]

for (const day of days) {
  describe(`on ${day}`, () => {
    const people = peopleAt(day)
    for (const person of people) {
      it.effect(`${person.story} ends as told`, () =>
        Effect.gen(function* () {
          yield* TestClock.setTime(DateTime.toEpochMillis(DateTime.makeUnsafe(`${day}T12:00:00-05:00`)))
          const { ending, role } = person
          assert.deepStrictEqual(yield* endingOf(person), { ending, ...(role && { role }) })
        }).pipe(Effect.provide(memoryLayer(people)))
      )
    }
  })
}

describe("everybody", () => {
  const people = peopleAt("2020-11-20")

  it("is somebody else", () => {
    for (const of of ["story", "id"] as const) {
      assert.strictEqual(new Set(people.map((person) => person[of])).size, people.length)
    }
    const usernames = people.flatMap(({ logons, wish }) => [wish, ...logons]).map(({ username }) => username)
    assert.strictEqual(new Set(usernames).size, usernames.length)
    const letters = people.flatMap(({ letters }) => letters.map(({ letterId }) => letterId))
    assert.strictEqual(new Set(letters).size, letters.length)
  })

  it("has a number and phones that nobody has", () => {
    for (const { id, idType, logons, wish } of people) {
      assert.isTrue(isIdNumber(idType, id, "sandbox"))
      for (const { phoneNumber } of [wish, ...logons]) {
        const parsed = parsePhoneNumber(phoneNumber, "US")
        assert.isTrue("value" in parsed && isPhoneNumber(parsed.value, "sandbox"))
      }
    }
  })

  it("is there twenty times at least, LARRY MO first", () => {
    assert.isAtLeast(people.length, 21)
    assert.strictEqual(people[0]?.name, "LARRY MO")
  })
})

it("people are asked for on a day, and the failure says what is one", () => {
  const inWords = /^today must be a day of the calendar, YYYY-MM-DD: 2020-11-20$/
  for (const day of ["yesterday", "2020-13-01", "11/20/2020", ""])
    assert.throws(() => peopleAt(day), RangeError, inWords)
})
