import { Effect, Redacted, Result } from "effect"
import { ProfileError } from "../../profile/ProfileError.ts"
import { Profiles } from "../../profile/Profiles.ts"
import type { ProfileFacts } from "../../profile/Profiles.ts"
import { RegistrationLocks } from "../../profile/RegistrationLocks.ts"
import type { OwnRole } from "../../profile/RegistrationLocks.ts"
import { changeMemoryLogon, endMemoryLinks, keptLogonIn } from "./changeMemoryLogon.ts"
import { ownRolesOf } from "./memoryMasterRoles.ts"
import type { MemoryHouse, MemoryLogon } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** What the link to a new address, or of a forgotten password, carries. */
export const linkToken = (linkId: string): Redacted.Redacted => Redacted.make(`link:${linkId}`)

const logonIn = ({ logons }: House, logonId: string): MemoryLogon => {
  const logon = logons.get(logonId)
  if (logon === undefined) throw new Error("A session of no logon")
  return logon
}

const refused = () => Effect.fail(new ProfileError({ reason: { _tag: "LinkRefused" } }))

/** Keeps what logons say of themselves. */
export const memoryProfiles = (house: House) => {
  const factsOf = (logon: MemoryLogon): ProfileFacts => ({
    logon: keptLogonIn(house, logon),
    notMeId: house.makeId("not-me-code")
  })
  return Profiles.of({
    find: (logonId) => Effect.sync(() => keptLogonIn(house, logonIn(house, logonId))),

    change: (logonId, sessionId, now, decide) =>
      Effect.suspend(() => {
        const logon = logonIn(house, logonId)
        const facts = factsOf(logon)
        const decided = decide(facts)
        if (Result.isFailure(decided)) return Effect.fail(new ProfileError({ reason: decided.failure }))
        const { answer, events, next } = decided.success
        changeMemoryLogon(house, logon, facts.notMeId, next, now, sessionId)
        house.record(logonId, events)
        return Effect.succeed(answer)
      }),

    askEmail: (logonId, email, now, expiresAt) =>
      Effect.sync(() => {
        const id = house.makeId("email-change")
        house.links.forEach((link, at) => {
          const isOlder = link.logonId === logonId && link.purpose === "email-change" && link.state === "open"
          if (isOlder) house.links[at] = { ...link, state: "superseded" }
        })
        const link = { id, logonId, email, state: "open", missesAt: [], createdAt: now, expiresAt } as const
        house.links.push({ purpose: "email-change", ...link })
        house.record(logonId, [{ _tag: "EmailChangeAsked", emailChangeId: id }])
      }),

    confirmEmail: (logonId, sessionId, token, now, decide) =>
      Effect.suspend(() => {
        const at = house.links.findIndex(({ id }) => Redacted.value(linkToken(id)) === Redacted.value(token))
        const link = house.links[at]
        if (link?.logonId !== logonId || link.purpose !== "email-change") return refused()
        const logon = logonIn(house, logonId)
        const facts = factsOf(logon)
        const decided = decide({ ...facts, email: link.email, link })
        if (Result.isFailure(decided)) return Effect.fail(new ProfileError({ reason: decided.failure }))
        const { answer, events, next } = decided.success
        house.links[at] = { ...link, state: "used" }
        endMemoryLinks(house, logonId)
        changeMemoryLogon(house, logon, facts.notMeId, next, now, sessionId)
        house.record(logonId, events)
        return Effect.succeed(answer)
      })
  })
}

/** Keeps which numbers are closed to registration. */
export const memoryRegistrationLocks = (house: House) => {
  const own = (logonId: string) => ownRolesOf(house, logonId)
  return RegistrationLocks.of({
    isLocked: (logonId) =>
      Effect.sync(() => {
        const masters = own(logonId).filter(({ role }) => role === "MasterAdministrator")
        return masters.length > 0 && masters.every(({ owner }) => house.closed.has(owner))
      }),
    change: (logonId, _now, locked, decide) =>
      Effect.suspend(() => {
        const decided = decide(own(logonId))
        if (Result.isFailure(decided)) return Effect.fail(new ProfileError({ reason: decided.failure }))
        const { answer, events, next } = decided.success
        for (const { owner } of next as ReadonlyArray<OwnRole & { readonly owner: string }>) {
          if (locked) house.closed.add(owner)
          else house.closed.delete(owner)
        }
        house.record(logonId, events)
        return Effect.succeed(answer)
      })
  })
}
