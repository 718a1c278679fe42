import { dayOf } from "@mtc-logon/core/decisions"
import { ApiKeys, apiKeyScopes, Partners } from "@mtc-logon/core/partner"
import { answersOf, existingPassword, peopleAt } from "@mtc-logon/core/testing"
import { DateTime, Effect, Redacted } from "effect"
import { seedPeople } from "./seedPeople.ts"

/** The people of the sandbox, with returns and letters of the days before `now`. */
export const sandboxPeople = (now: DateTime.Utc) => peopleAt(dayOf(now))

/** The same with all that each of them types. */
export const sandboxFixtures = (now: DateTime.Utc) =>
  sandboxPeople(now).map((person) => ({ ...person, answers: answersOf(person) }))

/** The partner that a page can be tried with. */
export const testPartnerId = "mtcpk_test_bayside"

/** What the examples of the guides ask with: everybody knows it, and no production server has it. */
export const sandboxKey = "mtck_sandbox-key-that-is-no-secret-0000000000000"

/**
 * Puts the people of the sandbox on file and registers the partner of the demonstration, who may frame the request on
 * pages of `origins`; applications may ask with `sandboxKey`. Run again it changes nothing that is there: a key
 * that was revoked stays so, and the log says it.
 */
export const seedSandbox = Effect.fn("seedSandbox")(function* (origins: ReadonlyArray<string>) {
  yield* (yield* Partners).keep({
    id: testPartnerId,
    name: "Bayside Tax Help",
    origins,
    mode: "test",
    disabled: false
  })
  const key = yield* (yield* ApiKeys).keep({ name: "Sandbox", scopes: apiKeyScopes }, Redacted.make(sandboxKey))
  if (key.revokedAt !== null) {
    yield* Effect.logWarning(
      "The sandbox key was revoked and no longer works. Create another one with `keys create`"
    ).pipe(Effect.annotateLogs({ id: key.id }))
  }
  yield* seedPeople(sandboxPeople(yield* DateTime.now), existingPassword)
})
