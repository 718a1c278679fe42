import type { DateTime } from "effect"
import { changeLogon } from "../logon/changeLogon.ts"
import { expire } from "../logon/freeze.ts"
import { activationOf, issueActivation } from "../logon/issueActivation.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import type { SubmittedState } from "./LogonRequests.ts"

/** What of a submitted request stands in its logon. */
export const submittedIn = (logon: Logon, { open }: Pick<Keys["Service"], "open">) => {
  const sent = activationOf(logon)
  return {
    logonId: logon.id,
    isFrozen: logon.status === "frozen",
    email: open(logon.profile).email,
    activation: sent && { expiresAt: sent.newest.expiresAt, resends: sent.resends }
  } satisfies Partial<SubmittedState>
}

/** What becomes of the logon of a submitted request: approved, free again, with another address, with a new link. Pure. @rule D-13 @rule D-32 */
export const applySubmitted = (
  logon: Logon,
  keys: Keys["Service"],
  before: Pick<SubmittedState, "email" | "status">,
  { email, status }: Pick<SubmittedState, "email" | "status">,
  events: ReadonlyArray<{ readonly _tag: string }>,
  now: DateTime.Utc
): Logon => {
  const isSettled = status !== before.status
  const approved: Logon = isSettled && status === "approved" ? { ...logon, status: "approved" } : logon
  const settled = isSettled && (status === "denied" || status === "expired") ? expire(approved) : approved
  const profile = { ...keys.open(logon.profile), locale: logon.locale, email }
  const corrected = email === before.email ? settled : changeLogon(settled, keys, { profile }, now)
  const issued = events.find((event): event is Issued => event._tag === "ActivationCodeIssued")
  return issued === undefined ? corrected : issueActivation(corrected, keys, issued.expiresAt, now)
}

type Issued = { readonly _tag: "ActivationCodeIssued"; readonly expiresAt: DateTime.Utc }
