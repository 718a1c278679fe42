import { Effect, Result } from "effect"
import type { DateTime } from "effect"
import { LogonRequestError } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequestReason } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequests } from "../../logon-request/LogonRequests.ts"
import type { AnyEvent } from "../../notices/noticesOf.ts"
import { accessTo, beginMemoryContest, keepMemoryLetter, makeMemoryLetterId } from "./memoryAccess.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { ownerOf } from "./ownerOf.ts"

type House = MemoryHouse["Service"]

const failure = (reason: LogonRequestReason) => Effect.fail(new LogonRequestError({ reason }))

/** The newest activation code of a logon, and how many were sent after the first. */
export const activationOf = ({ activationCodes }: House, logonId: string) => {
  const sent = activationCodes.filter((code) => code.logonId === logonId)
  const newest = sent.at(-1)
  return newest === undefined ? null : { newest, resends: sent.length - 1 }
}

/** Makes the code that an event speaks of; the one before it is dead. @rule D-13 */
export const issueActivation = (house: House, logonId: string, events: ReadonlyArray<AnyEvent>): void => {
  const issued = events.find((event) => event._tag === "ActivationCodeIssued")
  if (issued === undefined) return
  house.activationCodes.forEach((code, at) => {
    if (code.logonId === logonId && code.state === "open") house.activationCodes[at] = { ...code, state: "superseded" }
  })
  const expiresAt: DateTime.Utc = issued.expiresAt
  house.activationCodes.push({ id: house.makeId("activation-code"), logonId, state: "open", expiresAt })
}

/** What a request held that was denied, or never used, is free again. @rule D-32 */
const freeAll = (house: House, requestId: string, logonId: string): void => {
  const logon = house.logons.get(logonId)
  if (logon !== undefined) house.logons.set(logonId, { ...logon, status: "expired" })
  house.grants.forEach((grant, at) => {
    if (grant.logonId === logonId) house.grants[at] = { ...grant, state: "ended" }
  })
  for (const [letterId, letter] of house.letters) {
    if (letter.reservedBy === requestId && letter.state === "used") {
      house.letters.set(letterId, { ...letter, state: "live", reservedBy: null })
    }
  }
}

/** Changes a submitted request with its logon and activation code. */
export const memoryChangeSubmitted =
  (house: House): LogonRequests["Service"]["changeSubmitted"] =>
  (id, now, decide) =>
    Effect.suspend(() => {
      const row = house.requests.get(id)
      const logon = row?.submitted ? house.logons.get(row.submitted.logonId) : undefined
      if (!row?.submitted || logon === undefined) return failure({ _tag: "NotFound" })
      const { submitted } = row
      const sent = activationOf(house, logon.id)
      const given = row.draft.answers["taxpayer-id"]
      const owner = given === undefined ? "" : ownerOf({ idType: given.idType, digits: given.id })
      const notMe = { logonId: logon.id, access: accessTo(house, owner), letterRowId: makeMemoryLetterId(house) }
      const decided = decide({
        ...(row.draft.proof?.saysNotMe === true && { notMe }),
        status: submitted.status,
        submittedAt: submitted.at,
        email: logon.profile.email,
        activation: sent && { expiresAt: sent.newest.expiresAt, resends: sent.resends }
      })
      if (Result.isFailure(decided)) return failure(decided.failure)
      const { answer, events, next } = decided.success
      const isSettled = next.status !== submitted.status
      // The number was kept for one look at the records: it goes with the rest of what was typed.
      const draft = isSettled ? { ...row.draft, answers: {}, proof: null } : row.draft
      house.requests.set(id, { ...row, draft, submitted: { ...submitted, status: next.status } })
      house.logons.set(logon.id, {
        ...logon,
        status: next.status === "approved" ? "approved" : logon.status,
        profile: { ...logon.profile, email: next.email }
      })
      if (isSettled && (next.status === "denied" || next.status === "expired")) freeAll(house, id, logon.id)
      beginMemoryContest(house, owner, events, now)
      keepMemoryLetter(house, owner, events, false, now)
      issueActivation(house, logon.id, events)
      house.record(id, events)
      return Effect.succeed(answer)
    })
