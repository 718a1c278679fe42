import { Effect, Redacted, Result } from "effect"
import type { DateTime } from "effect"
import { AccessGrants } from "../../access/AccessGrants.ts"
import { Sessions } from "../../login/Sessions.ts"
import { CommonPasswords } from "../../logon/CommonPasswords.ts"
import type { Keys } from "../../logon/Keys.ts"
import type { Logon, LogonSession } from "../../logon/Logon.ts"
import { followsOf } from "../../logon/LogonEvent.ts"
import type { LogonEvent } from "../../logon/LogonEvent.ts"
import { Logons } from "../../logon/Logons.ts"
import { usernameKey } from "../../logon/usernameKey.ts"
import { Recoveries } from "../../recovery/Recoveries.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { letterMailedAt, memoryAccess, settleMemoryContest } from "./memoryAccess.ts"
import { ownerOf } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** The logon that holds a username, in any of its spellings. */
export const namedIn = ({ logons }: House, username: string): Logon | undefined =>
  [...logons.values()].find((logon) => logon.usernameKey === usernameKey(username))

/** What follows elsewhere from what has happened to a logon: its role, its request, the keys of that. */
const follow = (house: House, { id, requestId }: Logon, events: ReadonlyArray<LogonEvent>, now: DateTime.Utc) => {
  const { activates, endsKeys } = followsOf(events)
  const request = house.requests.get(requestId ?? "")
  if (activates) {
    house.grants.forEach((grant, at) => {
      if (grant.logonId !== id) return
      if (grant.state === "waiting") settleMemoryContest(house, grant.owner, now, id)
      if (grant.state === "reserved" || grant.state === "waiting") {
        house.grants[at] = { ...grant, state: "effective", effectiveAt: now }
      }
    })
    if (request?.submitted) {
      house.requests.set(request.draft.id, { ...request, submitted: { ...request.submitted, status: "activated" } })
    }
  }
  if (endsKeys && request) house.requests.set(request.draft.id, { ...request, token: `${request.token}, ended` })
}

/** Puts a logon in the place of what it was, and writes down what has happened. */
export const storeIn = (house: House, next: Logon, events: ReadonlyArray<LogonEvent>, now: DateTime.Utc): void => {
  house.logons.set(next.id, next)
  follow(house, next, events, now)
  house.record(next.id, events)
}

/** Keeps logons in a map. */
export const memoryLogons = (house: House, keys: Keys["Service"]) => {
  const sentElsewhere = (own: Logon) =>
    [...house.logons.values()].filter(({ id }) => id !== own.id).flatMap(({ codes }) => codes)
  const found = (logon: Logon | undefined): Logon | null =>
    logon === undefined ? null : { ...logon, sentElsewhere: sentElsewhere(logon) }
  return Logons.of({
    usernameTaken: (username) => Effect.sync(() => namedIn(house, username) !== undefined),
    find: (by) =>
      Effect.sync(() => {
        if ("id" in by) return found(house.logons.get(by.id))
        if ("username" in by) return found(namedIn(house, by.username))
        const isTheirs = ({ passwordLinks }: Logon) => passwordLinks.some(({ id }) => id === by.linkId)
        return found([...house.logons.values()].find(isTheirs))
      }),
    change: (of, now, decide) =>
      Effect.suspend(() => {
        const logon = found(house.logons.get(typeof of === "string" ? of : of.id))
        if (logon === null) return Effect.die(new Error("There is no such logon"))
        const { answer, events, next } = decide(logon, keys)
        storeIn(house, next, events, now)
        return Result.isSuccess(answer) ? Effect.succeed(answer.success) : Effect.fail(answer.failure)
      }),
    missNobody: (_now, events) => Effect.sync(() => house.record("nobody", events))
  })
}

export const memoryAccessGrants = (house: House) =>
  AccessGrants.of({
    standing: (taxpayer, letterId) =>
      Effect.sync(() => {
        const owner = ownerOf(taxpayer)
        return {
          access: memoryAccess(house, owner),
          logonExists: house.grants.some((grant) => grant.owner === owner && grant.state !== "ended"),
          letterMailedAt: letterMailedAt(house, letterId === null ? null : Redacted.value(letterId))
        }
      })
  })

const common = new Set(["Password1", "Password123", "Welcome2020"])

/** Three passwords, to be found on a list. */
export const memoryCommonPasswords = CommonPasswords.of({
  includes: (password) => Effect.succeed(common.has(Redacted.value(password)))
})

/** Finds sessions by their tokens. */
export const memorySessions = (house: House) => {
  const seen = (id: string, now: DateTime.Utc) => (session: LogonSession) =>
    session.id === id ? { ...session, lastSeenAt: now } : session
  return Sessions.of({
    find: (token) =>
      Effect.sync(() => {
        for (const { id: logonId, sessions } of house.logons.values()) {
          const session = sessions.find(({ id }) => id === `token:${Redacted.value(token)}`)
          if (session !== undefined) return { ...session, logonId, termsPending: session.state === "terms" }
        }
        return null
      }),
    seen: ({ id, logonId }, now) =>
      Effect.sync(() => {
        const logon = house.logons.get(logonId)!
        house.logons.set(logonId, { ...logon, sessions: logon.sessions.map(seen(id, now)) })
      }),
    idTypeOf: (logonId) =>
      Effect.sync(() => {
        const owner = house.grants.find((grant) => grant.logonId === logonId)?.owner
        return (owner === undefined ? undefined : house.people.get(owner)?.idType) ?? "SSN"
      })
  })
}

/** Keeps what people forgot. */
export const memoryRecoveries = (house: MemoryHouse["Service"], keys: Keys["Service"]) =>
  Recoveries.of({
    ask: (what, typed) =>
      Effect.sync(() => {
        house.forgotten.push({ id: house.makeId("forgotten"), what, typed: Redacted.value(typed) })
      }),
    find: (askedId) =>
      Effect.sync(() => {
        const asked = house.forgotten.find(({ id }) => id === askedId)
        const typed = asked?.typed
        if (asked === undefined || typed == null) return null
        const email = keys.digestOf("email", typed.toLowerCase())
        const theirs = [...house.logons.values()].filter((logon) =>
          asked.what === "username" ? logon.emailDigest === email : logon.usernameKey === usernameKey(typed)
        )
        return { forgotten: asked.what, logonIds: theirs.map(({ id }) => id) }
      }),
    answered: (askedId) =>
      Effect.sync(() => {
        const at = house.forgotten.findIndex(({ id }) => id === askedId)
        house.forgotten[at] = { ...house.forgotten[at]!, typed: null }
      })
  })
