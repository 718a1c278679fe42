import { Effect } from "effect"
import type { DateTime, Redacted } from "effect"
import { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import { Logons } from "../logon/Logons.ts"
import { keptLogonOf } from "../profile/keptLogonOf.ts"
import { linksOf } from "./linksOf.ts"
import type { ResetFacts } from "./Recoveries.ts"

/** What a link of a forgotten password is decided on, of its logon as it stands; none: it is not there. */
export const resetFactsOf = (
  logon: Logon,
  keys: Pick<Keys["Service"], "open">,
  linkId: string | undefined
): Omit<ResetFacts, "notMeId"> | null => {
  const link = logon.passwordLinks.find(({ id }) => id === linkId)
  if (link === undefined) return null
  const { expiresAt, id, missesAt, state } = link
  return {
    link: { id, state, expiresAt, wrongAnswers: missesAt.length },
    status: logon.status,
    missesAt: linksOf(logon).missesAt,
    logon: keptLogonOf(logon, keys)
  }
}

/** What a link opens; null: nothing. */
export const findLink = Effect.fnUntraced(function* (link: Redacted.Redacted, now: DateTime.Utc) {
  const keys = yield* Keys
  const linkId = keys.readLink("password-reset", link)
  const logon = linkId === undefined ? null : yield* (yield* Logons).find({ linkId }, now)
  const facts = logon === null ? null : resetFactsOf(logon, keys, linkId)
  return logon === null || facts === null ? null : { ...facts, found: logon }
})
