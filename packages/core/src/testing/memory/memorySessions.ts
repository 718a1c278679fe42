import { Effect, Redacted } from "effect"
import type { DateTime } from "effect"
import { Sessions } from "../../login/Sessions.ts"
import type { LogonSession } from "../../logon/Logon.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

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
