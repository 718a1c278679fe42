import { DateTime, Effect, Redacted, Result } from "effect"
import { LogInError } from "../../login/LogInError.ts"
import { LogIns } from "../../login/LogIns.ts"
import { issueActivation, activationOf } from "./memoryChangeSubmitted.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { logonOf } from "./memoryLogons.ts"
import { openMemorySession } from "./memorySessions.ts"

type House = MemoryHouse["Service"]

/** What the activation link of a code carries. */
export const activationToken = (codeId: string): Redacted.Redacted => Redacted.make(`activation:${codeId}`)

const activationFacts = (house: House, logonId: string, presented: Redacted.Redacted | null) => {
  const sent = activationOf(house, logonId)
  if (sent === null) return null
  const { newest, resends } = sent
  const isOf = (id: string) => presented !== null && Redacted.value(presented) === Redacted.value(activationToken(id))
  const own = house.activationCodes.filter((code) => code.logonId === logonId)
  const equal = isOf(newest.id)
  return {
    equal,
    known: !equal && own.some(({ id }) => isOf(id)),
    state: newest.state,
    expiresAt: newest.expiresAt,
    resends
  }
}

/** The first log-in: the code is used, the role effective, the request at its end. */
const activate = (house: House, logonId: string): void => {
  const logon = house.logons.get(logonId)
  if (logon !== undefined) house.logons.set(logonId, { ...logon, status: "active" })
  house.activationCodes.forEach((code, at) => {
    if (code.logonId === logonId && code.state === "open") house.activationCodes[at] = { ...code, state: "used" }
  })
  house.grants.forEach((grant, at) => {
    if (grant.logonId === logonId && grant.state === "reserved") house.grants[at] = { ...grant, state: "effective" }
  })
  for (const [id, row] of house.requests) {
    if (row.submitted?.logonId === logonId) {
      house.requests.set(id, { ...row, submitted: { ...row.submitted, status: "activated" } })
    }
  }
}

/** Keeps what a log-in changes. */
export const memoryLogIns = (house: House) =>
  LogIns.of({
    find: (username) =>
      Effect.sync(() => {
        const logon = logonOf(house, username)
        return logon === undefined ? null : { logonId: logon.id, passwordHash: logon.passwordHash }
      }),

    change: (logonId, presented, now, decide) =>
      Effect.suspend(() => {
        const logon = house.logons.get(logonId)
        if (logon === undefined) return Effect.fail(new LogInError({ reason: { _tag: "LogInFailed" } }))
        const device =
          presented.trustedDevice === null
            ? undefined
            : house.devices.find(({ token }) => token === Redacted.value(presented.trustedDevice!))
        const decided = decide({
          status: logon.status,
          activation: activationFacts(house, logonId, presented.activationCode),
          trustedDevice: device
            ? {
                sameLogon: device.logonId === logonId,
                revoked: device.revoked,
                expiresAt: DateTime.toEpochMillis(device.expiresAt)
              }
            : null,
          methods: [...house.methods.values()].filter((method) => method.logonId === logonId)
        })
        const { events } = Result.isSuccess(decided) ? decided.success : decided.failure
        house.record(logonId, events)
        if (Result.isFailure(decided)) return Effect.fail(new LogInError({ reason: decided.failure.reason }))
        const { answer, next } = decided.success
        if (next.status === "active" && logon.status !== "active") activate(house, logonId)
        issueActivation(house, logonId, events)
        const token = next.session === null ? null : openMemorySession(house, { logonId, ...next.session }, now)
        return Effect.succeed({ answer, token })
      })
  })
