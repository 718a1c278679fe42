import { DateTime, Effect, Redacted, Result } from "effect"
import { LogInError } from "../../login/LogInError.ts"
import { LogIns } from "../../login/LogIns.ts"
import type { LogInState } from "../../login/LogIns.ts"
import { issueActivation, activationOf } from "./memoryChangeSubmitted.ts"
import type { MemoryDevice, MemoryHouse } from "./MemoryHouse.ts"
import { logonOf } from "./memoryLogons.ts"
import { endMemorySession, openMemorySession } from "./memorySessions.ts"

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

type Found = {
  readonly device: MemoryDevice
  readonly shown: Redacted.Redacted
  readonly replacedAt: DateTime.Utc | null
}

/** The device of one of these tokens: this logon's before any other's. */
const deviceOf = ({ devices }: House, logonId: string, tokens: ReadonlyArray<Redacted.Redacted>): Found | undefined => {
  const found = tokens.flatMap((shown) =>
    devices.flatMap((device): ReadonlyArray<Found> => {
      const token = Redacted.value(shown)
      if (device.token === token) return [{ device, shown, replacedAt: null }]
      const before = device.before.find((old) => old.token === token)
      return before === undefined ? [] : [{ device, shown, replacedAt: before.replacedAt }]
    })
  )
  return found.find(({ device }) => device.logonId === logonId) ?? found[0]
}

/** Gives a device its next token, or takes its trust away with the sessions that came of it. */
const changeDevice = (house: House, found: Found, next: LogInState["trustedDevice"], now: DateTime.Utc) => {
  const at = house.devices.indexOf(found.device)
  const { device } = found
  if (next === "revoke") {
    house.devices[at] = { ...device, revoked: true }
    for (const session of house.sessions.values()) {
      if (session.logonId === device.logonId) endMemorySession(house, session.id, now)
    }
    return null
  }
  if (next === "keep") return null
  const token = `token of ${house.makeId("trusted-device")}`
  const before = [...device.before, { token: device.token, replacedAt: now }]
  house.devices[at] = { ...device, token, before, lastSeenAt: now }
  return { before: found.shown, now: Redacted.make(token) }
}

/** Keeps what a log-in changes. */
export const memoryLogIns = (house: House) =>
  LogIns.of({
    find: (username) =>
      Effect.sync(() => {
        const logon = logonOf(house, username)
        return logon === undefined ? null : { logonId: logon.id, passwordHash: logon.passwordHash }
      }),

    passwordOf: (logonId) => Effect.sync(() => house.logons.get(logonId)?.passwordHash ?? null),

    trustedDeviceOf: (username, tokens, now) =>
      Effect.sync(() => {
        const logonId = logonOf(house, username)?.id
        const found = logonId === undefined ? undefined : deviceOf(house, logonId, tokens)
        if (found === undefined || found.replacedAt !== null || found.device.logonId !== logonId) return null
        const isTrusted = !found.device.revoked && DateTime.isLessThan(now, found.device.expiresAt)
        return isTrusted ? found.device.id : null
      }),

    miss: (logonId, _now, decide) =>
      Effect.sync(() => {
        const logon = logonId === null ? undefined : house.logons.get(logonId)
        const { events, next } = decide(logon?.failedLogIns ?? 0)
        if (logon !== undefined) house.logons.set(logon.id, { ...logon, failedLogIns: next })
        house.record(logonId ?? "nobody", events)
      }),

    change: (logonId, presented, now, decide) =>
      Effect.suspend(() => {
        const logon = house.logons.get(logonId)
        if (logon === undefined) return Effect.fail(new LogInError({ reason: { _tag: "LogInFailed" } }))
        const found = deviceOf(house, logonId, presented.trustedDevices)
        const decided = decide({
          status: logon.status,
          failuresInARow: logon.failedLogIns,
          termsVersion: logon.terms.version,
          activation: activationFacts(house, logonId, presented.activationCode),
          trustedDevice: found
            ? {
                sameLogon: found.device.logonId === logonId,
                revoked: found.device.revoked,
                replacedAt: found.replacedAt === null ? null : DateTime.toEpochMillis(found.replacedAt),
                expiresAt: DateTime.toEpochMillis(found.device.expiresAt)
              }
            : null,
          methods: [...house.methods.values()].filter((method) => method.logonId === logonId)
        })
        const { events } = Result.isSuccess(decided) ? decided.success : decided.failure
        house.record(logonId, events)
        if (Result.isFailure(decided)) return Effect.fail(new LogInError({ reason: decided.failure.reason }))
        const { answer, next } = decided.success
        house.logons.set(logonId, { ...logon, failedLogIns: next.failuresInARow })
        issueActivation(
          house,
          logonId,
          events.filter((event) => event._tag === "ActivationCodeIssued")
        )
        const trustedDevice = found === undefined ? null : changeDevice(house, found, next.trustedDevice, now)
        const session =
          next.session === null ? null : openMemorySession(house, { logonId, ...next.session, passwordAt: now }, now)
        return Effect.succeed({ answer, tokens: { session, trustedDevice } })
      })
  })
