import { Partners } from "@mtc-logon/core/partner"
import { answersOf, existingPassword, peopleAt } from "@mtc-logon/core/testing"
import { DateTime, Effect } from "effect"
import { seedPeople } from "../records/seedPeople.ts"

/** The people of the sandbox, with returns and letters of the days before `now`. */
export const sandboxPeople = (now: DateTime.Utc) =>
  peopleAt(DateTime.formatIsoDate(DateTime.setZoneNamedUnsafe(now, "America/New_York")))

/** The same with all that each of them types. */
export const sandboxFixtures = (now: DateTime.Utc) =>
  sandboxPeople(now).map((person) => ({ ...person, answers: answersOf(person) }))

/**
 * Puts the people of the sandbox on file and registers the partner of the demonstration, who may frame the request on
 * pages of `origins`. Run again it changes nothing that is there.
 */
export const seedSandbox = Effect.fn("seedSandbox")(function* (origins: ReadonlyArray<string>) {
  yield* (yield* Partners).keep({
    id: "mtcpk_test_bayside",
    name: "Bayside Tax Help",
    origins,
    mode: "test",
    disabled: false
  })
  yield* seedPeople(sandboxPeople(yield* DateTime.now), existingPassword)
})
