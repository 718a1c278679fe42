import { Effect, Redacted } from "effect"
import { usernameKey } from "../../logon/usernameKey.ts"
import { Freezes } from "../../recovery/Freezes.ts"
import { Recoveries } from "../../recovery/Recoveries.ts"
import { RecoveryError } from "../../recovery/RecoveryError.ts"
import { changeMemoryLogon, endMemoryLinks, endMemoryLogOns, keptLogonIn } from "./changeMemoryLogon.ts"
import { accessTo, beginMemoryContest, keepMemoryLetter, makeMemoryLetterId } from "./memoryAccess.ts"
import type { MemoryGrant, MemoryHouse, MemoryLink, MemoryLogon, MemoryNotMeCode } from "./MemoryHouse.ts"
import { linkToken } from "./memoryProfiles.ts"

type House = MemoryHouse["Service"]

const resetsOf = ({ links }: House, logonId: string): ReadonlyArray<MemoryLink> =>
  links.filter((link) => link.logonId === logonId && link.purpose === "password-reset")

const missesOf = (house: House, logonId: string) => resetsOf(house, logonId).flatMap(({ missesAt }) => missesAt)

/** Keeps the ways back into a logon. */
export const memoryRecoveries = (house: House) => {
  const find = (token: Redacted.Redacted) => {
    const at = house.links.findIndex(({ id }) => Redacted.value(linkToken(id)) === Redacted.value(token))
    const link = house.links[at]
    const logon = link === undefined ? undefined : house.logons.get(link.logonId)
    if (link?.purpose !== "password-reset" || logon === undefined) return null
    const facts = {
      link: { id: link.id, state: link.state, expiresAt: link.expiresAt, wrongAnswers: link.missesAt.length },
      status: logon.status,
      missesAt: missesOf(house, logon.id),
      logon: keptLogonIn(house, logon)
    }
    return { at, link, logon, facts }
  }
  return Recoveries.of({
    ask: (what, typed) =>
      Effect.sync(() => {
        house.forgotten.push({ id: house.makeId("forgotten"), what, typed: Redacted.value(typed) })
      }),

    answer: (askedId, now, decide) =>
      Effect.sync(() => {
        const at = house.forgotten.findIndex(({ id }) => id === askedId)
        const asked = house.forgotten[at]
        if (asked?.typed == null) return
        house.forgotten[at] = { ...asked, typed: null }
        const typed = asked.typed
        const isTheirs = ({ profile, username }: MemoryLogon) =>
          asked.what === "username"
            ? profile.email.toLowerCase() === typed.toLowerCase()
            : usernameKey(username) === usernameKey(typed)
        for (const { id: logonId, status } of [...house.logons.values()].filter(isTheirs)) {
          const recoveryId = house.makeId("recovery")
          const linksAt = resetsOf(house, logonId).map(({ createdAt }) => createdAt)
          const missesAt = missesOf(house, logonId)
          const { events, next } = decide({ forgotten: asked.what, status, linksAt, missesAt, recoveryId })
          if (next !== null) {
            house.links.forEach((link, place) => {
              const isOlder = resetsOf(house, logonId).includes(link) && link.state === "open"
              if (isOlder) house.links[place] = { ...link, state: "superseded" }
            })
            const link = { id: recoveryId, logonId, email: "", state: "open", missesAt: [], createdAt: now } as const
            house.links.push({ purpose: "password-reset", ...link, expiresAt: next.linkUntil })
          }
          house.record(logonId, events)
        }
      }),

    find: (token) =>
      Effect.sync(() => {
        const found = find(token)
        return found === null ? null : { ...found.facts, secretAnswerHash: found.logon.secretAnswerHash }
      }),

    change: (token, now, decide) =>
      Effect.suspend(() => {
        const found = find(token)
        if (found === null) return Effect.fail(new RecoveryError({ reason: { _tag: "LinkRefused" } }))
        const { at, facts, link, logon } = found
        const notMeId = house.makeId("not-me-code")
        const { answer, events, next } = decide({ ...facts, notMeId })
        if (next._tag === "Missed") house.links[at] = { ...link, missesAt: [...link.missesAt, now] }
        if (next._tag === "Used") {
          house.links[at] = { ...link, state: "used" }
          changeMemoryLogon(house, logon, notMeId, next, now)
        }
        house.record(logon.id, events)
        return Effect.succeed(answer)
      })
  })
}

/** What a code puts back into a logon. */
const partBefore = (logon: MemoryLogon, { before, part }: MemoryNotMeCode): Partial<MemoryLogon> => {
  switch (part) {
    case "email":
      return { profile: { ...logon.profile, email: before.profile.email } }
    case "profile":
      return { profile: { ...before.profile, email: logon.profile.email } }
    case "password":
      return { passwordHash: before.passwordHash }
    case "pin":
      return { pinHash: before.pinHash }
    case "secret-question":
      return { secretQuestion: before.secretQuestion, secretAnswerHash: before.secretAnswerHash }
    case "two-step":
    case "recovery-codes":
    case "logon":
      return {}
  }
}

/** Puts the ways of a logon back as they were, or kills its recovery codes. */
const putBackSecondStep = (house: House, { logonId, part, ways }: MemoryNotMeCode): void => {
  if (part === "two-step") {
    for (const { id, logonId: whose } of house.methods.values()) if (whose === logonId) house.methods.delete(id)
    for (const way of ways) house.methods.set(way.id, way)
  }
  if (part === "recovery-codes") {
    house.recoveryCodes.forEach((code, at) => {
      if (code.logonId === logonId && code.state === "open") house.recoveryCodes[at] = { ...code, state: "replaced" }
    })
  }
}

/** Closes logons. */
export const memoryFreezes = (house: House) =>
  Freezes.of({
    change: (typed, now, decide) =>
      Effect.sync(() => {
        const at = house.notMeCodes.findIndex(({ code }) => code === Redacted.value(typed))
        const code = house.notMeCodes[at]
        const logon = code === undefined ? undefined : house.logons.get(code.logonId)
        if (code === undefined || logon === undefined) return
        const isMeant = ({ evidence, id, logonId }: MemoryGrant) =>
          code.grantId === null ? logonId === code.logonId && evidence !== "grant" : id === code.grantId
        const owners = new Set(house.grants.filter(isMeant).map(({ owner }) => owner))
        const change = decide({
          code: { ...code, state: code.used ? "used" : "open" },
          accesses: [...owners].map((owner) => ({
            key: owner,
            ...accessTo(house, owner),
            letterRowId: makeMemoryLetterId(house)
          }))
        })
        if (change.isUsed) house.notMeCodes[at] = { ...code, used: true }
        if (change.freezes) {
          house.logons.set(logon.id, { ...logon, ...partBefore(logon, code), status: "frozen" })
          putBackSecondStep(house, code)
          endMemoryLinks(house, logon.id)
          endMemoryLogOns(house, logon.id, now)
        }
        house.record(logon.id, change.events)
        for (const { events, key, promotes, suspends } of change.accesses) {
          house.grants.forEach((grant, place) => {
            if (grant.id === suspends) house.grants[place] = { ...grant, state: "suspended" }
            if (grant.id === promotes) {
              house.grants[place] = { ...grant, role: "MasterAdministrator", scope: "all", effectiveAt: now }
            }
          })
          beginMemoryContest(house, key, events, now)
          keepMemoryLetter(house, key, events, false, now)
          house.record(logon.id, events)
        }
      })
  })
