import type { DateTime } from "effect"
import { changeSome } from "./endLogOns.ts"
import type { Keys } from "./Keys.ts"
import type { Logon } from "./Logon.ts"

/** Kills the activation code that is open. */
export const endActivation = (logon: Logon): Logon => ({
  ...logon,
  activationCodes: changeSome(
    logon.activationCodes,
    ({ state }) => state === "open",
    (code) => ({ ...code, state: "superseded" })
  )
})

/** Makes a code of the first log-in; the one before it is dead. @rule D-13 */
export const issueActivation = (
  logon: Logon,
  keys: Keys["Service"],
  expiresAt: DateTime.Utc,
  now: DateTime.Utc
): Logon => {
  if (logon.requestId === null) return logon
  const { activationCodes } = endActivation(logon)
  const code = { id: keys.makeId("activation-code"), logonRequestId: logon.requestId, state: "open" } as const
  return { ...logon, activationCodes: [...activationCodes, { ...code, createdAt: now, expiresAt, usedAt: null }] }
}

/** The newest activation code, and how many were sent after the first; null: none was. */
export const activationOf = ({ activationCodes }: Logon) => {
  const newest = activationCodes.at(-1)
  return newest === undefined ? null : { newest, resends: activationCodes.length - 1 }
}
