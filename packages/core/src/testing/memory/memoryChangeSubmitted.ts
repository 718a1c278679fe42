import { Effect, Result } from "effect"
import type { Keys } from "../../logon/Keys.ts"
import { applySubmitted, submittedIn } from "../../logon-request/applySubmitted.ts"
import { LogonRequestError } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequestReason } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequests } from "../../logon-request/LogonRequests.ts"
import { memoryAccess, beginMemoryContest, keepMemoryLetter, makeMemoryLetterId } from "./memoryAccess.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { ownerOf } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

const failure = (reason: LogonRequestReason) => Effect.fail(new LogonRequestError({ reason }))

/** What a request held that was denied, or never used, is free again. @rule D-32 */
const freeAll = (house: House, requestId: string, logonId: string): void => {
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
  (house: House, keys: Keys["Service"]): LogonRequests["Service"]["changeSubmitted"] =>
  (id, now, decide) =>
    Effect.suspend(() => {
      const row = house.requests.get(id)
      const logon = row?.submitted ? house.logons.get(row.submitted.logonId) : undefined
      if (!row?.submitted || logon === undefined) return failure({ _tag: "NotFound" })
      const { submitted } = row
      const given = row.draft.answers["taxpayer-id"]
      const owner = given === undefined ? "" : ownerOf({ idType: given.idType, digits: given.id })
      const notMe = { logonId: logon.id, access: memoryAccess(house, owner), letterRowId: makeMemoryLetterId(house) }
      const decided = decide({
        ...(row.draft.proof?.saysNotMe === true && { notMe }),
        status: submitted.status,
        evidence: submitted.evidence,
        submittedAt: submitted.at,
        ...submittedIn(logon, keys)
      })
      if (Result.isFailure(decided)) return failure(decided.failure)
      const { answer, events, next } = decided.success
      const isSettled = next.status !== submitted.status
      // The number was kept for one look at the records: it goes with the rest of what was typed.
      const draft = isSettled ? { ...row.draft, answers: {}, proof: null } : row.draft
      house.requests.set(id, { ...row, draft, submitted: { ...submitted, status: next.status } })
      const before = { status: submitted.status, email: submittedIn(logon, keys).email }
      house.logons.set(logon.id, applySubmitted(logon, keys, before, next, events, now))
      if (isSettled && (next.status === "denied" || next.status === "expired")) freeAll(house, id, logon.id)
      beginMemoryContest(house, owner, events, now)
      keepMemoryLetter(house, owner, events, false, now)
      house.record(id, events)
      return Effect.succeed(answer)
    })
