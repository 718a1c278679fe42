import type { DateTime } from "effect"
import { Redacted } from "effect"
import type { Challenge, ConfirmedTokens, SecondStepStanding, SecondStepState } from "../../two-step/Challenge.ts"
import type { TwoStepEvent } from "../../two-step/TwoStepEvent.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { keepMemoryNotMeCode } from "./keepMemoryNotMeCode.ts"
import { endMemorySession, openMemorySession } from "./memorySessions.ts"

type House = MemoryHouse["Service"]

/** What every second step of a logon is decided on. */
export const standingOf = (
  { logons, makeId, methods }: House,
  logonId: string,
  methodId: string | null
): SecondStepStanding => {
  const logon = logons.get(logonId)
  return {
    status: logon?.status ?? "expired",
    failuresInARow: logon?.missedCodes ?? 0,
    lockedUntil: logon?.codesLockedUntil ?? null,
    termsVersion: logon?.terms.version ?? "",
    notMeId: makeId("not-me-code"),
    othersWork: [...methods.values()].some(
      (method) => method.logonId === logonId && method.confirmed && method.id !== methodId
    )
  }
}

/** Ends every session of a logon but one, and trusts none of its devices. */
export const endMemoryOthers = (
  house: House,
  logonId: string,
  butSessionId: string | null,
  now: DateTime.Utc
): void => {
  for (const session of house.sessions.values()) {
    if (session.logonId === logonId && session.id !== butSessionId) endMemorySession(house, session.id, now)
  }
  house.devices.forEach((device, at) => {
    if (device.logonId === logonId) house.devices[at] = { ...device, revoked: true }
  })
}

/** Takes away every way of a logon that never worked. */
const endMemoryPending = ({ methods }: House, logonId: string): void => {
  for (const method of methods.values()) {
    if (method.logonId === logonId && !method.confirmed) methods.delete(method.id)
  }
}

/** The first log-in is over: the code is used, the role effective, the request at its end. */
const activate = (house: House, logonId: string, now: DateTime.Utc): void => {
  const logon = house.logons.get(logonId)
  if (logon !== undefined) house.logons.set(logonId, { ...logon, status: "active" })
  house.activationCodes.forEach((code, at) => {
    if (code.logonId === logonId && code.state === "open") house.activationCodes[at] = { ...code, state: "used" }
  })
  house.grants.forEach((grant, at) => {
    if (grant.logonId === logonId && grant.state === "reserved") {
      house.grants[at] = { ...grant, state: "effective", effectiveAt: now }
    }
  })
  for (const [id, row] of house.requests) {
    if (row.submitted?.logonId === logonId) {
      house.requests.set(id, { ...row, submitted: { ...row.submitted, status: "activated" } })
    }
  }
}

/** Keeps what a second step changes: counters, the method that works, the session under a new token, the device. */
export const storeMemoryStep = (
  house: House,
  { browser, logonId, sessionId }: Challenge,
  methodId: string | null,
  next: SecondStepState,
  events: ReadonlyArray<TwoStepEvent>,
  now: DateTime.Utc
): ConfirmedTokens => {
  const logon = house.logons.get(logonId)
  if (logon !== undefined) {
    house.logons.set(logonId, { ...logon, missedCodes: next.failuresInARow, codesLockedUntil: next.lockedUntil })
  }
  house.record(logonId, events)
  if (!next.confirmed) return { session: null, trustedDevice: null, termsPending: false }

  if (next.undo !== null && logon !== undefined) keepMemoryNotMeCode(house, logon, "two-step", next.undo)
  const method = methodId === null ? undefined : house.methods.get(methodId)
  if (method !== undefined) house.methods.set(method.id, { ...method, confirmed: true })
  if (next.activates) activate(house, logonId, now)
  if (next.endsPending) endMemoryPending(house, logonId)
  if (next.endsOthers) endMemoryOthers(house, logonId, sessionId, now)
  const session = [...house.sessions.values()].find(({ id }) => id === sessionId)
  endMemorySession(house, sessionId, now)
  const id = house.makeId("trusted-device")
  const token = `token of ${id}`
  if (next.trustDeviceUntil !== null) {
    house.devices.push({
      id,
      token,
      before: [],
      logonId,
      name: browser.name,
      createdAt: now,
      lastSeenAt: now,
      revoked: false,
      expiresAt: next.trustDeviceUntil
    })
  }
  return {
    session:
      session === undefined
        ? null
        : openMemorySession(
            house,
            {
              logonId,
              level: "two-step",
              expiresAt: session.expiresAt,
              passwordAt: session.passwordAt,
              termsPending: next.termsPending
            },
            now
          ),
    trustedDevice: next.trustDeviceUntil === null ? null : Redacted.make(token),
    termsPending: next.termsPending
  }
}

/** What a second step makes that confirmed nothing. */
export const noTokens: ConfirmedTokens = { session: null, trustedDevice: null, termsPending: false }
