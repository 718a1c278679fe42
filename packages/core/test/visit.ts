import { DateTime, Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import type { AnsweredStepId } from "../src/journey/logonRequestJourney.ts"
import { answerStep } from "../src/logon-request/answerStep.ts"
import type { LogonRequestKey } from "../src/logon-request/LogonRequest.ts"
import { openLogonRequest } from "../src/logon-request/openLogonRequest.ts"
import { processLogonRequest } from "../src/logon-request/processLogonRequest.ts"
import { submitLogonRequest } from "../src/logon-request/submitLogonRequest.ts"
import { answersOf } from "../src/testing/answersOf.ts"
import type { TypedAnswer } from "../src/testing/answersOf.ts"
import { memoryLayer, sandboxRuleSet } from "../src/testing/memoryLayer.ts"
import { MemoryHouse } from "../src/testing/memory/MemoryHouse.ts"
import type { Logon } from "../src/logon/Logon.ts"
import { activationToken, memoryKeys, memorySecurityCode } from "../src/testing/memory/memoryKeys.ts"
import { peopleAt } from "../src/testing/peopleAt.ts"
import type { Person } from "../src/testing/Person.ts"

/** The moment of the walk-through's submit. */
export const golden = DateTime.makeUnsafe("2020-11-20T13:55:15-05:00")

export const people = peopleAt("2020-11-20")

export const personOf = (story: string): Person => {
  const found = people.find((person) => person.story === story)
  if (found === undefined) throw new Error(`Nobody is called ${story}`)
  return found
}

export const larry = personOf("larry-mo")

/** Runs in a fresh house of these people, from the moment of the walk-through on. */
export const inHouse = <A, E, R>(visit: Effect.Effect<A, E, R>, ruleSets = [sandboxRuleSet]) =>
  Effect.andThen(TestClock.setTime(DateTime.toEpochMillis(golden)), visit).pipe(
    Effect.provide(memoryLayer(people, ruleSets))
  )

/** Answers one step with what was typed. */
export const answer = (key: LogonRequestKey, { step, text }: TypedAnswer) =>
  answerStep(key, step, text as never, "203.0.113.7")

/** What a person types in one step. */
export const typedBy = <S extends AnsweredStepId>(
  person: Person,
  step: S
): Extract<TypedAnswer, { readonly step: S }> =>
  answersOf(person).find((typed) => typed.step === step) as Extract<TypedAnswer, { readonly step: S }>

export const openRequest = Effect.map(
  openLogonRequest({ partnerId: null, locale: "en", reference: null }),
  ({ key }) => key
)

/** Opens a request and answers it as a person would, up to a step and without it, or to the summary. */
export const answerUpTo = Effect.fnUntraced(function* (person: Person, last?: AnsweredStepId) {
  const key = yield* openRequest
  for (const typed of answersOf(person)) {
    if (typed.step === last) break
    yield* answer(key, typed)
  }
  return key
})

/** Answers everything and submits. */
export const submitAs = Effect.fnUntraced(function* (person: Person) {
  const key = yield* answerUpTo(person)
  return { key, receipt: yield* submitLogonRequest(key) }
})

/** Submits, and lets it be processed. */
export const settleAs = Effect.fnUntraced(function* (person: Person) {
  const { key, receipt } = yield* submitAs(person)
  yield* processLogonRequest(key.id)
  return { key, receipt }
})

/** Keys that open what is sealed in memory. */
export const keys = memoryKeys((of) => of)

/** One list of all logons in the house, as it is now. */
export const listOf = <A>(list: (logon: Logon) => ReadonlyArray<A>) =>
  Effect.map(MemoryHouse, ({ logons }) => [...logons.values()].flatMap(list))

/** The logon of a username, as it is now. */
export const logonOf = (username: string) =>
  Effect.map(MemoryHouse, ({ logons }) => [...logons.values()].find((logon) => logon.username === username)!)

/** What the newest activation link carries. */
export const newestLink = Effect.map(
  listOf(({ activationCodes }) => activationCodes),
  (sent) => activationToken(sent.at(-1)!.id)
)

/** The security code that was sent last, whether it is open or not. */
export const newestCode = Effect.map(
  listOf(({ codes }) => codes.filter(({ targetDigest }) => targetDigest !== "")),
  (sent) => memorySecurityCode(sent.at(-1)!.id)
)

/** Names of what has happened, in order. */
export const happened = Effect.map(MemoryHouse, ({ events }) => events.map(({ event }) => event._tag))

type ReasonIn<E> = E extends { readonly reason: infer R } ? R : never

/** The tagged reason that an effect fails with; any other failure is a defect of the test. */
export const reasonOf = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<ReasonIn<E>, A, R> =>
  Effect.flatMap(Effect.flip(effect), (error) =>
    typeof error === "object" && error !== null && "reason" in error
      ? Effect.succeed(error.reason as ReasonIn<E>)
      : Effect.die(error)
  )

export const secret = (text: string) => Redacted.make(text)
