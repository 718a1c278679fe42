import { Keys } from "@mtc-logon/core/logon"
import { RuleSets } from "@mtc-logon/core/questions"
import type { NoticeKind } from "@mtc-logon/core/notices"
import { eq } from "drizzle-orm"
import { DateTime, Effect, Redacted } from "effect"
import { Database } from "../database/Database.ts"
import {
  emailChangeTable as emailChanges,
  logonTable as logons,
  recoveryTable as recoveries
} from "../database/logonTable.ts"
import type { noticeTable } from "../database/noticeTable.ts"
import { sayIn } from "../say.ts"
import { Derived } from "../secrets/Derived.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { noticePlace, sealedRecipient } from "../store/noticePlace.ts"
import { profileBefore } from "../store/profileBefore.ts"
import { sealedProfile } from "../store/ProfileJson.ts"
import type { AddressedMail } from "./AddressedMail.ts"
import { formatMailInstant } from "../formatMailInstant.ts"
import { formatNotMeCode } from "@mtc-logon/core/recovery"
import { notMeCodeOf } from "../store/notMeCodeOf.ts"

/** The notices of what was changed, or forgotten. */
const changeKinds = [
  "profile-changed",
  "two-step-added",
  "two-step-removed",
  "recovery-codes-made",
  "email-link",
  "username-reminder",
  "password-link",
  "frozen",
  "logon-made",
  "email-corrected"
] as const satisfies ReadonlyArray<NoticeKind>
type ChangeKind = (typeof changeKinds)[number]

export const isChangeKind = (kind: NoticeKind): kind is ChangeKind => changeKinds.some((each) => each === kind)

/**
 * A mail about a logon; null where its matter is over: a link that was used or replaced, a logon that is gone.
 *
 * **Gotchas**
 *
 * A change of address is told where the logon was reached before, a link to a new one goes to that. An address that was
 * corrected to itself is told nothing.
 */
export const changeMail = Effect.fnUntraced(function* (kind: ChangeKind, notice: typeof noticeTable.$inferSelect) {
  const { run } = yield* Database
  const { publicBaseUrl } = yield* ServerConfig
  const derived = yield* Derived
  const sealing = yield* Sealing
  const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  const { emailChangeId = "", logonId = "", notMeId = "", part = "profile", recoveryId = "" } = notice.subjects

  const [logon] = yield* run((db) => db.select().from(logons).where(eq(logons.id, logonId)))
  if (logon === undefined) return null
  const { locale, username } = logon
  const place = { table: "logon", column: "profile", row: logonId }
  const { email, name } = sealedProfile.open(sealing, place, logon.profile)
  const mail = { to: { name, address: email }, locale }
  const say = sayIn(locale)
  const partWords = (of: string) => say(`part.${of}` as "part.profile")
  const at = formatMailInstant(DateTime.fromDateUnsafe(notice.at))

  switch (kind) {
    case "profile-changed":
    case "two-step-added":
    case "two-step-removed":
    case "recovery-codes-made":
    case "logon-made": {
      const known = yield* (yield* notMeCodeOf)(notMeId)
      if (known === null || known.row.usedAt !== null) return null
      const notMe = {
        at,
        code: formatNotMeCode(known.code),
        link: `${publicBaseUrl}/not-me#${known.code}`,
        page: `${publicBaseUrl}/not-me`,
        days: kind === "logon-made" ? policy.access.notMeDays : policy.profile.notMeDays
      }
      if (kind === "logon-made") {
        if (notice.recipient === null) return null
        const to = sealedRecipient.open(sealing, noticePlace(notice.id, "recipient"), notice.recipient)
        if (to.address === undefined) return null
        return {
          to: { name: to.name, address: to.address },
          locale,
          kind,
          params: { name: to.name, ...notMe }
        } satisfies AddressedMail
      }
      if (kind !== "profile-changed") return { ...mail, kind, params: { name, ...notMe } } satisfies AddressedMail
      const before = known.row.before === null ? undefined : profileBefore(yield* Keys, notMeId, known.row.before)
      const address = known.row.part === "email" ? (before?.email ?? email) : email
      const params = { name, part: partWords(known.row.part), ...notMe }
      return { to: { name, address }, locale, kind, params } satisfies AddressedMail
    }
    case "email-corrected": {
      if (notice.recipient === null) return null
      const { address } = sealedRecipient.open(sealing, noticePlace(notice.id, "recipient"), notice.recipient)
      if (address === undefined) return null
      return { to: { name: "", address }, locale, kind, params: {} } satisfies AddressedMail
    }
    case "email-link": {
      const [asked] = yield* run((db) => db.select().from(emailChanges).where(eq(emailChanges.id, emailChangeId)))
      if (asked?.state !== "open") return null
      const address = Redacted.value(
        sealing.open({ table: "email_change", column: "email", row: emailChangeId }, asked.email)
      )
      const link = `${publicBaseUrl}/profile#${Redacted.value(derived.linkToken("email-change", emailChangeId))}`
      const params = { name, link, hours: policy.profile.emailLinkHours }
      return { to: { name, address }, locale, kind, params } satisfies AddressedMail
    }
    case "password-link": {
      const [asked] = yield* run((db) => db.select().from(recoveries).where(eq(recoveries.id, recoveryId)))
      if (asked?.state !== "open") return null
      const link = `${publicBaseUrl}/reset#${Redacted.value(derived.linkToken("password-reset", recoveryId))}`
      const params = { name, link, minutes: policy.recovery.linkMinutes }
      return { ...mail, kind, params } satisfies AddressedMail
    }
    case "username-reminder":
      return { ...mail, kind, params: { name, username } } satisfies AddressedMail
    case "frozen":
      return { ...mail, kind, params: { name, username, part: partWords(part) } } satisfies AddressedMail
  }
})
