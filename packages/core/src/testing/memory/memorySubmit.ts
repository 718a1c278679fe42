import { Effect, Redacted, Result } from "effect"
import type { Keys } from "../../logon/Keys.ts"
import { logonOf } from "../../logon-request/logonOf.ts"
import { LogonRequestError } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequestReason } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequests } from "../../logon-request/LogonRequests.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { memoryAccess, letterMailedAt } from "./memoryAccess.ts"
import { namedIn } from "./memoryLogons.ts"
import { ownerOf, rowOf } from "./MemoryHouse.ts"

const failure = (reason: LogonRequestReason) => Effect.fail(new LogonRequestError({ reason }))

/** Reserves username and role, uses the letter, keeps the receipt. */
export const memorySubmit =
  (house: MemoryHouse["Service"], keys: Keys["Service"]): LogonRequests["Service"]["submit"] =>
  (key, now, decide) =>
    Effect.suspend(() => {
      const row = rowOf(house, key, now)
      if (row === undefined) return failure({ _tag: "NotFound" })
      if (row.submitted !== null) return Effect.succeed(row.submitted.receipt)
      const { draft } = row
      const given = draft.answers["taxpayer-id"]
      const owner = given === undefined ? "" : ownerOf({ idType: given.idType, digits: given.id })
      const letterId =
        draft.proof === null || draft.proof.letterId === null ? null : Redacted.value(draft.proof.letterId)
      const letter = letterId === null ? undefined : house.letters.get(letterId)
      const decided = decide({
        draft,
        sequence: house.nextSequence(),
        usernameTaken: namedIn(house, draft.answers.logon?.username ?? "") !== undefined,
        access: memoryAccess(house, owner),
        letterMailedAt: letterMailedAt(house, letterId),
        letterHeld: letterId === null || (letter?.state === "reserved" && letter.reservedBy === draft.id)
      })
      if (Result.isFailure(decided)) return failure(decided.failure)
      const { answer, events, next } = decided.success
      const { role, ...made } = next.logon
      const logon = logonOf(keys, made, { locale: draft.locale, requestId: draft.id }, now)
      const logonId = logon.id
      house.logons.set(logonId, logon)
      const { evidence } = draft.proof!
      const id = house.makeId("access-grant")
      const state = next.displaces ? "waiting" : "reserved"
      house.grants.push({ id, owner, logonId, ...role, evidence, state, effectiveAt: now })
      if (letter !== undefined) house.letters.set(letter.letterId, { ...letter, state: "used" })
      house.requests.set(key.id, {
        ...row,
        state: "submitted",
        draft: { ...draft, expiresAt: next.expiresAt },
        submitted: { status: "submitted", receipt: next.receipt, at: now, logonId, evidence }
      })
      house.record(key.id, events)
      return Effect.succeed(answer)
    })
