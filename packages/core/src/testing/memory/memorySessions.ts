import { Effect, Redacted } from "effect"
import type { DateTime } from "effect"
import type { Session } from "../../login/Session.ts"
import { Sessions } from "../../login/Sessions.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** Opens a session under a new token. */
export const openMemorySession = (house: House, session: Omit<Session, "id">, now: DateTime.Utc): Redacted.Redacted => {
  const id = house.makeId("session")
  const token = `token of ${id}`
  house.sessions.set(token, { id, ...session, lastSeenAt: now, endedAt: null })
  return Redacted.make(token)
}

/** Ends a session; ended twice is ended. Says whether it was open. */
export const endMemorySession = ({ sessions }: House, id: string, now: DateTime.Utc): boolean => {
  for (const [token, session] of sessions) {
    if (session.id !== id || session.endedAt !== null) continue
    sessions.set(token, { ...session, endedAt: now })
    return true
  }
  return false
}

/** Keeps sessions by their tokens. */
export const memorySessions = (house: House) =>
  Sessions.of({
    find: (token) => Effect.sync(() => house.sessions.get(Redacted.value(token)) ?? null),
    seen: ({ id }, now) =>
      Effect.sync(() => {
        for (const [token, session] of house.sessions) {
          if (session.id === id) house.sessions.set(token, { ...session, lastSeenAt: now })
        }
      }),
    end: ({ id, logonId }, now) =>
      Effect.sync(() => {
        if (endMemorySession(house, id, now)) house.record(logonId, [{ _tag: "LoggedOut" }])
      }),
    renew: ({ expiresAt, id, level, logonId, termsPending }, now) =>
      Effect.sync(() => {
        endMemorySession(house, id, now)
        house.record(logonId, [{ _tag: "PasswordTypedAgain" }])
        return openMemorySession(house, { logonId, level, expiresAt, termsPending, passwordAt: now }, now)
      }),
    endAll: ({ id, logonId }, including, now, events) =>
      Effect.sync(() => {
        for (const session of house.sessions.values()) {
          if (session.logonId === logonId && (including === "this-one-too" || session.id !== id)) {
            endMemorySession(house, session.id, now)
          }
        }
        house.devices.forEach((device, at) => {
          if (device.logonId === logonId) house.devices[at] = { ...device, revoked: true }
        })
        house.record(logonId, events)
      }),
    acceptTerms: ({ id, logonId }, { version }, now) =>
      Effect.sync(() => {
        const logon = house.logons.get(logonId)
        if (logon !== undefined) house.logons.set(logonId, { ...logon, terms: { version, acceptedAt: now } })
        for (const [token, session] of house.sessions) {
          if (session.id === id) house.sessions.set(token, { ...session, termsPending: false })
        }
        house.record(logonId, [{ _tag: "TermsAccepted", version }])
      }),
    idTypeOf: (logonId) =>
      Effect.sync(() => {
        const owner = house.grants.find((grant) => grant.logonId === logonId)?.owner
        return (owner === undefined ? undefined : house.people.get(owner)?.idType) ?? "SSN"
      })
  })
