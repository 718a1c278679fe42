import { DateTime } from "effect"
import { changeSome, endSessions } from "./endLogOns.ts"
import type { Keys } from "./Keys.ts"
import type { Logon } from "./Logon.ts"
import { sessionIn } from "./openSession.ts"

/** Kills the activation code that is open. */
export const endActivation = (logon: Logon): Logon => ({
  ...logon,
  activationCodes: changeSome(
    logon.activationCodes,
    ({ state }) => state === "open",
    (code) => ({ ...code, state: "superseded" })
  )
})

/** Creates a code for the first log-in. The previous code stops working, and every log-in that it opened ends. @rule D-13 */
export const issueActivation = (
  logon: Logon,
  keys: Keys["Service"],
  expiresAt: DateTime.Utc,
  now: DateTime.Utc
): Logon => {
  if (logon.requestId === null) return logon
  const ended = endSessions(endActivation(logon), ({ level }) => level === "password", now)
  const code = { id: keys.makeId("activation-code"), logonRequestId: logon.requestId, state: "open" } as const
  return { ...ended, activationCodes: [...ended.activationCodes, { ...code, createdAt: now, expiresAt, usedAt: null }] }
}

/** Whether a first log-in came by an activation code that another has replaced since, or is over. Pure. @rule D-13 */
export const isOfDeadLink = (logon: Logon, sessionId: string): boolean => {
  const session = sessionIn(logon, sessionId)
  return (
    session === undefined ||
    logon.activationCodes.some(({ createdAt }) => DateTime.isGreaterThan(createdAt, session.createdAt))
  )
}

/** The newest activation code, and how many were sent after the first; null: none was. */
export const activationOf = ({ activationCodes }: Logon) => {
  const newest = activationCodes.at(-1)
  return newest === undefined ? null : { newest, resends: activationCodes.length - 1 }
}
