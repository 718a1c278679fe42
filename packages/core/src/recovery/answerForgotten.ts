import { DateTime, Effect, Result, Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import { Logons } from "../logon/Logons.ts"
import { linksOf } from "./linksOf.ts"
import { Recoveries } from "./Recoveries.ts"
import type { ForgottenFacts } from "./Recoveries.ts"
import type { RecoveryEvent } from "../logon/LogonEvent.ts"
import { since } from "./linksOf.ts"
import { RecoveryError } from "./RecoveryError.ts"
import { parseEmailAddress } from "../contact/parseEmailAddress.ts"

/**
 * Mails the usernames of an address to it, if it has any.
 *
 * **Gotchas**
 *
 * The response does not reveal whether it has any: this only stores what was typed for a job.
 */
export const recoverUsername = Effect.fn("recoverUsername")(function* (typed: string) {
  const email = parseEmailAddress(typed)
  if ("issue" in email) {
    return yield* new RecoveryError({ reason: { _tag: "Issue", path: "email", messageId: email.issue } })
  }
  yield* (yield* Recoveries).ask("username", Redacted.make(email.value), yield* DateTime.now)
})

/** Mails a link to the address of the logon with this username, if there is one. The response does not reveal whether there is. */
export const recoverPassword = Effect.fn("recoverPassword")(function* (typed: string) {
  const username = typed.trim()
  if (username === "") {
    return yield* new RecoveryError({
      reason: { _tag: "Issue", path: "username", messageId: "issue.username-missing" }
    })
  }
  yield* (yield* Recoveries).ask("password", Redacted.make(username), yield* DateTime.now)
})

type Decided = Change<{ readonly linkUntil: DateTime.Utc } | null, RecoveryEvent, void>

const nothing: Decided = { next: null, events: [], answer: undefined }

/**
 * Decides what to mail to a logon that a person forgot. Pure.
 *
 * **Details**
 *
 * A username goes to the address of a logon that works. So does a link, up to the policy's number per hour, while its answers are
 * not used up. Asking for more locks nothing; the server only does not mail it.
 *
 * @rule D-47
 */
export const decideForgotten = (
  { forgotten, linksAt, missesAt, recoveryId, status }: ForgottenFacts,
  { ask, policy: { recovery } }: RuleSetInForce,
  now: DateTime.Utc
): Decided => {
  const linkUntil = DateTime.add(now, { minutes: recovery.linkMinutes })
  const { decision } = ask.recovery.evaluate({
    mailedLink: { state: "open", now: DateTime.toEpochMillis(now), expiresAt: DateTime.toEpochMillis(linkUntil) },
    recovery: {
      status,
      wrongAnswers: 0,
      wrongAnswersInWindow: since(missesAt, now, { hours: recovery.windowHours }).length,
      proved: true
    }
  })
  if (forgotten === "username") {
    return status === "active" ? { ...nothing, events: [{ _tag: "UsernameReminded" }] } : nothing
  }
  const isSpent = since(linksAt, now, { hours: 1 }).length >= recovery.maxLinksPerHour
  if (decision._tag !== "Accepted" || isSpent) return nothing
  return { next: { linkUntil }, events: [{ _tag: "PasswordLinkIssued", recoveryId }], answer: undefined }
}

/** Mails a person who forgot. This is the job that follows each call. A new link cancels the previous one. */
export const answerForgotten = Effect.fn("answerForgotten")(function* (askedId: string) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const recoveries = yield* Recoveries
  const logons = yield* Logons
  const asked = yield* recoveries.find(askedId)
  if (asked === null) return
  for (const logonId of asked.logonIds) {
    yield* logons.change(logonId, now, (logon, keys) => {
      const id = keys.makeId("recovery")
      const { forgotten } = asked
      const facts: ForgottenFacts = { forgotten, status: logon.status, ...linksOf(logon), recoveryId: id }
      const { events, next } = decideForgotten(facts, rules, now)
      if (next === null) return { next: logon, events, answer: Result.void }
      const replaced = changeSome(
        logon.passwordLinks,
        ({ state }) => state === "open",
        (link) => ({ ...link, state: "superseded" as const })
      )
      const link = { id, state: "open", missesAt: [], createdAt: now, expiresAt: next.linkUntil, usedAt: null } as const
      return { next: { ...logon, passwordLinks: [...replaced, link] }, events, answer: Result.void }
    })
  }
  yield* recoveries.answered(askedId)
})
