import { logIn, requireSession } from "@mtc-logon/core/login"
import type { Session } from "@mtc-logon/core/login"
import { processLogonRequest, submitLogonRequest } from "@mtc-logon/core/logon-request"
import { typedPassword } from "@mtc-logon/core/testing"
import { addTwoStepMethod, confirmSecondStep, sendSecurityCode } from "@mtc-logon/core/two-step"
import { DateTime, Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { golden, openAtSummary, people } from "../../packages/server/test/store/stores.ts"
import { Watch } from "./Watch.ts"

const browser = { name: { browser: "firefox", system: "linux" }, isKnown: true } as const

/** The challenge of a session that a token opens. */
export const challengeOf = Effect.fnUntraced(function* (token: Redacted.Redacted | null) {
  const session = yield* requireSession(token, "password", { beforeTerms: true })
  return { ...session, sessionId: session.id, browser }
})

export const asSession = ({ sessionId, ...session }: Session & { readonly sessionId: string }): Session => ({
  ...session,
  id: sessionId
})

/** Whether a session that was open still is. */
export const opens = (token: Redacted.Redacted | null) =>
  Effect.match(requireSession(token, "password"), { onFailure: () => false, onSuccess: () => true })

/** The name of how something ends: `done`, or the reason's tag. */
export const endOf = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.match(effect, {
    onSuccess: () => "done",
    onFailure: (error) => (error as { readonly reason: { readonly _tag: string } }).reason._tag
  })

let made = 0

/** People who make a logon, one after the other: each test has its own. */
const nextPerson = () => {
  const all = people.filter(
    ({ ending, evidence, logons }) =>
      ending === "approved" && evidence.verificationType === "amount" && logons.length === 0
  )
  const person = all[made % all.length]!
  made += 1
  return { person, username: `contract.${made}` }
}

/** A request that was approved at the moment of the walk-through, and the link that its mail carries. */
export const approved = Effect.gen(function* () {
  yield* TestClock.setTime(DateTime.toEpochMillis(golden))
  const { person, username } = nextPerson()
  const key = yield* openAtSummary(person, username)
  yield* submitLogonRequest(key)
  yield* processLogonRequest(key.id)
  return { key, username, link: yield* (yield* Watch).activation(username) }
})

export const withPassword = (
  username: string,
  password = typedPassword,
  trustedDevices: ReadonlyArray<Redacted.Redacted> = [],
  activationCode: Redacted.Redacted | null = null
) => logIn(username, Redacted.make(password), { activationCode, trustedDevices })

/** A logon that its first log-in made active, by e-mail, and the session of it; a minute later. */
export const member = Effect.gen(function* () {
  const { key, link, username } = yield* approved
  const { logonId, tokens } = yield* withPassword(username, typedPassword, [], link)
  const challenge = yield* challengeOf(tokens.session)
  const { method } = yield* addTwoStepMethod(challenge, "email", `${username}@example.com`)
  const code = yield* (yield* Watch).newestCode(logonId)
  const { session } = yield* confirmSecondStep(challenge, { code }, { methodId: method.id, trustDevice: false })
  yield* TestClock.adjust("1 minute")
  return { key, username, logonId, methodId: method.id, token: session!, challenge: yield* challengeOf(session) }
})

/** Logs in with both steps; a minute later. */
export const logInWholly = Effect.fnUntraced(function* (
  { logonId, methodId, username }: { readonly logonId: string; readonly methodId: string; readonly username: string },
  trustDevice = false
) {
  const { tokens } = yield* withPassword(username)
  const challenge = yield* challengeOf(tokens.session)
  yield* sendSecurityCode(challenge, methodId)
  const code = yield* (yield* Watch).newestCode(logonId)
  const confirmed = yield* confirmSecondStep(challenge, { code }, { methodId, trustDevice })
  yield* TestClock.adjust("1 minute")
  return {
    token: confirmed.session!,
    device: confirmed.trustedDevice,
    challenge: yield* challengeOf(confirmed.session)
  }
})
