import type { DateTime, Redacted } from "effect"
import type { KeptLogon, ProfileState } from "../../profile/Profiles.ts"
import { keepMemoryNotMeCode } from "./keepMemoryNotMeCode.ts"
import type { MemoryHouse, MemoryLogon } from "./MemoryHouse.ts"
import { endMemorySession } from "./memorySessions.ts"

type House = MemoryHouse["Service"]

const passwordsOf = ({ passwords }: House, { id, passwordHash }: MemoryLogon): ReadonlyArray<Redacted.Redacted> =>
  passwords.get(id) ?? [passwordHash]

/** A logon as far as its owner can change it. */
export const keptLogonIn = (house: House, logon: MemoryLogon): KeptLogon => ({
  logonId: logon.id,
  username: logon.username,
  profile: { ...logon.profile, locale: "en" },
  passwordHashes: passwordsOf(house, logon),
  secretQuestion: logon.secretQuestion ?? ""
})

/** Kills the links that were mailed to a logon. */
export const endMemoryLinks = ({ links }: House, logonId: string): void =>
  links.forEach((link, at) => {
    if (link.logonId === logonId && link.state === "open") links[at] = { ...link, state: "superseded" }
  })

/** Ends every session of a logon but one, and trusts no device. */
export const endMemoryLogOns = (house: House, logonId: string, now: DateTime.Utc, but?: string): void => {
  for (const session of house.sessions.values()) {
    if (session.logonId === logonId && session.id !== but) endMemorySession(house, session.id, now)
  }
  house.devices.forEach((device, at) => {
    if (device.logonId === logonId) house.devices[at] = { ...device, revoked: true }
  })
}

/** Stores a change of a logon with the code that undoes it, and ends what it ends. */
export const changeMemoryLogon = (
  house: House,
  before: MemoryLogon,
  notMeId: string,
  { change, endsOthers, undo }: ProfileState,
  now: DateTime.Utc,
  but?: string
): void => {
  const { passwordHashes, pinHash, profile, secretQuestion } = change
  keepMemoryNotMeCode(house, before, undo.part, { notMeId, until: undo.expiresAt })
  const { locale: _, ...said } = profile ?? { ...before.profile, locale: "en" }
  house.logons.set(before.id, {
    ...before,
    profile: said,
    ...(passwordHashes !== undefined && { passwordHash: passwordHashes[0]! }),
    ...(pinHash !== undefined && { pinHash }),
    ...(secretQuestion !== undefined && {
      secretQuestion: secretQuestion.id,
      secretAnswerHash: secretQuestion.answerHash
    })
  })
  if (passwordHashes !== undefined) house.passwords.set(before.id, passwordHashes)
  if (!endsOthers) return
  endMemoryLinks(house, before.id)
  endMemoryLogOns(house, before.id, now, but)
}
