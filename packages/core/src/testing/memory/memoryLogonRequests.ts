import { DateTime, Effect, Redacted, Result } from "effect"
import { LogonRequestError } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequestReason } from "../../logon-request/LogonRequestError.ts"
import type { LogonRequest, LogonRequestKey } from "../../logon-request/LogonRequest.ts"
import { LogonRequests } from "../../logon-request/LogonRequests.ts"
import type { Keys } from "../../logon/Keys.ts"
import { letterHold } from "./letterHold.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { memoryChangeSubmitted } from "./memoryChangeSubmitted.ts"
import { memorySubmit } from "./memorySubmit.ts"
import { rowOf } from "./MemoryHouse.ts"

const failure = (reason: LogonRequestReason) => Effect.fail(new LogonRequestError({ reason }))

/** Keeps drafts and submitted requests; each change is one step of the program, so nothing comes between. */
export const memoryLogonRequests = (house: MemoryHouse["Service"], keys: Keys["Service"]) => {
  const resumeCodes = new Map<string, { readonly id: string; readonly expiresAt: DateTime.Utc }>()
  return LogonRequests.of({
    makeResumeCode: (key, now, expiresAt) =>
      Effect.suspend(() => {
        if (rowOf(house, key, now) === undefined) return failure({ _tag: "NotFound" })
        const code = house.makeId("resume code")
        resumeCodes.set(code, { id: key.id, expiresAt })
        return Effect.succeed(Redacted.make(code))
      }),

    resume: (code, now) =>
      Effect.suspend(() => {
        const known = resumeCodes.get(Redacted.value(code))
        const row = known === undefined ? undefined : house.requests.get(known.id)
        if (known === undefined || row === undefined || !DateTime.isLessThan(now, known.expiresAt)) {
          return failure({ _tag: "NotFound" })
        }
        for (const [each, { id }] of resumeCodes) if (id === known.id) resumeCodes.delete(each)
        const token = `${row.token}, resumed`
        house.requests.set(known.id, { ...row, token })
        house.record(known.id, [{ _tag: "LogonRequestResumed" }])
        return Effect.succeed({ id: known.id, token: Redacted.make(token) })
      }),

    // A house in memory counts no logons.
    contactsUsedUp: () => Effect.succeed([]),

    open: (draft, events) =>
      Effect.sync(() => {
        const id = house.makeId("logon-request")
        const key: LogonRequestKey = { id, token: Redacted.make(`token of ${id}`) }
        house.requests.set(id, {
          token: Redacted.value(key.token),
          draft: { id, ...draft },
          state: "open",
          submitted: null
        })
        house.record(id, events)
        return key
      }),

    find: (key, now) =>
      Effect.suspend((): Effect.Effect<LogonRequest, LogonRequestError> => {
        const row = rowOf(house, key, now)
        if (row === undefined) return failure({ _tag: "NotFound" })
        const { draft, submitted } = row
        if (submitted === null) return Effect.succeed(draft)
        const { id, locale, partnerId, reference, ruleSet } = draft
        const { at, receipt, status } = submitted
        const { confirmationNumber, role, username } = receipt
        return Effect.succeed({
          id,
          locale,
          partnerId,
          reference,
          ruleSet,
          status,
          submittedAt: at,
          confirmationNumber,
          role,
          username
        })
      }),

    change: (key, now, decide) =>
      Effect.suspend(() => {
        const row = rowOf(house, key, now)
        if (row === undefined) return failure({ _tag: "NotFound" })
        if (row.state !== "open") return failure({ _tag: "StepNotOpen" })
        const decided = decide(row.draft)
        if (Result.isFailure(decided)) return failure(decided.failure)
        const { answer, events, next } = decided.success
        if (!letterHold(house, row.draft, next, now)) return failure({ _tag: "VerificationFailed" })
        house.requests.set(
          key.id,
          next === "cancelled"
            ? { ...row, state: "cancelled", draft: { ...row.draft, answers: {}, proof: null } }
            : { ...row, draft: next }
        )
        house.record(key.id, events)
        return Effect.succeed(answer)
      }),

    submit: memorySubmit(house, keys),

    taxpayerOf: (id) =>
      Effect.suspend(() => {
        const given = house.requests.get(id)?.draft.answers["taxpayer-id"]
        return given === undefined
          ? failure({ _tag: "NotFound" })
          : Effect.succeed({ taxpayer: { idType: given.idType, digits: given.id }, accountType: given.accountType })
      }),

    passwordOf: (key) =>
      Effect.flatMap(DateTime.now, (now) => {
        const row = rowOf(house, key, now)
        if (row === undefined) return failure({ _tag: "NotFound" })
        const logon = row.submitted === null ? undefined : house.logons.get(row.submitted.logonId)
        return logon === undefined ? failure({ _tag: "StepNotOpen" }) : Effect.succeed(logon.passwordHash)
      }),

    changeSubmitted: memoryChangeSubmitted(house, keys)
  })
}
