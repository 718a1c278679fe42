import type { DateTime } from "effect"
import type { PolicyInForce } from "../questions/policySheet.ts"
import { keepUndo } from "../logon/changeLogon.ts"
import { changeSome, endCodes, endLogOns } from "../logon/endLogOns.ts"
import { isOfDeadLink } from "../logon/issueActivation.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import { openSession, sessionIn } from "../logon/openSession.ts"
import { trustDevice } from "../logon/trustDevice.ts"
import { noTokens } from "./Challenge.ts"
import type { Challenge, ConfirmedTokens, SecondStepStanding, SecondStepState } from "./Challenge.ts"
import { liveMethods } from "./methodsOf.ts"

/** What every second step of a logon is decided on. */
export const standingOf = (
  logon: Logon,
  keys: Keys["Service"],
  { sessionId }: Pick<Challenge, "sessionId">,
  methodId: string | null
): SecondStepStanding => ({
  status: logon.status,
  notMeId: keys.makeId("not-me-code"),
  failuresInARow: logon.missedCodes,
  lockedUntil: logon.codesLockedUntil,
  termsVersion: logon.termsVersion,
  ofDeadLink: isOfDeadLink(logon, sessionId),
  othersWork: liveMethods(logon).some(({ confirmedAt, id }) => confirmedAt !== null && id !== methodId)
})

/** The first log-in is over: the logon works, and its link is used. @rule D-13 */
const activate = (logon: Logon, now: DateTime.Utc): Logon => ({
  ...logon,
  status: "active",
  activatedAt: now,
  activationCodes: changeSome(
    logon.activationCodes,
    ({ state }) => state === "open",
    (code) => ({ ...code, state: "used", usedAt: now })
  )
})

/** Takes away every way that never worked, and kills what was sent. */
const endPending = (logon: Logon, now: DateTime.Utc): Logon => ({
  ...endCodes(logon),
  methods: changeSome(
    logon.methods,
    ({ confirmedAt, removedAt }) => confirmedAt === null && removedAt === null,
    (way) => ({ ...way, removedAt: now })
  )
})

/** The session rises under a new token, and the browser is trusted where that was asked. @rule D-15 */
const raise = (
  logon: Logon,
  keys: Keys["Service"],
  { browser, sessionId }: Challenge,
  next: SecondStepState,
  { twoStep }: Pick<PolicyInForce, "twoStep">,
  now: DateTime.Utc
): { readonly logon: Logon; readonly tokens: ConfirmedTokens } => {
  const session = sessionIn(logon, sessionId)
  if (session === undefined) return { logon, tokens: noTokens }
  const { trustDeviceUntil: expiresAt, termsPending } = next
  const { trustedDevice } = twoStep
  const trusted =
    expiresAt === null || trustedDevice === "off"
      ? null
      : { id: keys.makeId("trusted-device"), name: browser.name, expiresAt, maxDevices: trustedDevice.maxDevices }
  const deviceId = trusted?.id ?? session.deviceId
  const risen = { ...session, level: "two-step", state: termsPending ? "terms" : "open", deviceId } as const
  const opened = openSession(logon, keys, risen, now, sessionId)
  if (trusted === null)
    return { logon: opened.logon, tokens: { session: opened.token, trustedDevice: null, termsPending } }
  const { logon: after, token } = trustDevice(opened.logon, keys, trusted, now)
  return { logon: after, tokens: { session: opened.token, trustedDevice: token, termsPending } }
}

/** What a second step makes of a logon: counters, the way that works, the session, the device. Pure. */
export const applySecondStep = (
  logon: Logon,
  keys: Keys["Service"],
  challenge: Challenge,
  methodId: string | null,
  next: SecondStepState,
  policy: Pick<PolicyInForce, "twoStep">,
  now: DateTime.Utc
): { readonly logon: Logon; readonly tokens: ConfirmedTokens } => {
  const counted = { ...logon, missedCodes: next.failuresInARow, codesLockedUntil: next.lockedUntil }
  if (!next.confirmed) return { logon: counted, tokens: noTokens }
  const undone = next.undo === null ? counted : keepUndo(counted, keys, "two-step", next.undo, now)
  const works: Logon = {
    ...undone,
    methods: changeSome(
      undone.methods,
      ({ confirmedAt, id }) => id === methodId && confirmedAt === null,
      (way) => ({ ...way, confirmedAt: now })
    )
  }
  const active = next.activates ? activate(works, now) : works
  const settled = next.endsPending ? endPending(active, now) : active
  const alone = next.endsOthers ? endLogOns(settled, now, challenge.sessionId) : settled
  return raise(alone, keys, challenge, next, policy, now)
}
