import type { DateTime } from "effect"
import type { Logon, LogonCode, LogonSession } from "./Logon.ts"

/** The list with some of its things changed; the list itself where none is. */
export const changeSome = <A>(
  list: ReadonlyArray<A>,
  isMeant: (each: A) => boolean,
  change: (each: A) => NoInfer<A>
): ReadonlyArray<A> => (list.some(isMeant) ? list.map((each) => (isMeant(each) ? change(each) : each)) : list)

/** Kills codes that are open. */
export const endCodes = (logon: Logon, isMeant: (code: LogonCode) => boolean = () => true): Logon => ({
  ...logon,
  codes: changeSome(
    logon.codes,
    (code) => code.state === "open" && isMeant(code),
    (code) => ({ ...code, state: "superseded" })
  )
})

/** Ends sessions that go on. */
export const endSessions = (logon: Logon, isMeant: (session: LogonSession) => boolean, now: DateTime.Utc): Logon => ({
  ...logon,
  sessions: changeSome(
    logon.sessions,
    (session) => session.endedAt === null && isMeant(session),
    (session) => ({ ...session, endedAt: now })
  )
})

/** Kills the links that were mailed to a logon: of a forgotten password, of a new address. */
export const endLinks = (logon: Logon): Logon => ({
  ...logon,
  passwordLinks: changeSome(
    logon.passwordLinks,
    ({ state }) => state === "open",
    (link) => ({ ...link, state: "superseded" })
  ),
  emailLinks: changeSome(
    logon.emailLinks,
    ({ state }) => state === "open",
    (link) => ({ ...link, state: "superseded" })
  )
})

/**
 * Ends every session but one, every trusted device, and every code on its way. A new password, a changed two-step method,
 * "log out everywhere", a reset and a freeze do this.
 *
 * @rule D-15 @rule D-48 @adr 0037
 */
export const endLogOns = (logon: Logon, now: DateTime.Utc, but: string | null = null): Logon => {
  const ended = endSessions(endCodes(logon), ({ id }) => id !== but, now)
  const devices = changeSome(
    ended.devices,
    ({ revokedAt }) => revokedAt === null,
    (each) => ({ ...each, revokedAt: now })
  )
  return { ...ended, devices }
}
