import type { NoticeKind } from "@mtc-logon/core/notices"
import { and, count, eq } from "drizzle-orm"
import { Effect } from "effect"
import type { DateTime } from "effect"
import { Database } from "../database/Database.ts"
import { logonTable as logons, recoveryCodeTable as recoveryCodes } from "../database/logonTable.ts"
import { sayIn } from "../say.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { sealedProfile } from "../store/ProfileJson.ts"
import type { AddressedMail } from "./AddressedMail.ts"
import { formatMailInstant } from "../formatMailInstant.ts"

/** Notices that tell an owner what was done with the logon. */
export type LogonNotice = Extract<
  NoticeKind,
  "new-device" | "recovery-code-used" | "device-token-reused" | "password-closed"
>

/** The mail to the owner of a logon, at the address of the profile; null: the logon is gone. */
export const logonMail = Effect.fnUntraced(function* (
  kind: LogonNotice,
  { browser = "other", logonId = "", system = "other" }: Readonly<Record<string, string>>,
  happenedAt: DateTime.Utc
) {
  const { run } = yield* Database
  const sealing = yield* Sealing
  const [logon] = yield* run((db) => db.select().from(logons).where(eq(logons.id, logonId)))
  if (logon === undefined) return null
  const { locale } = logon
  const say = sayIn(locale)
  const place = { table: "logon", column: "profile", row: logon.id }
  const { email, name } = sealedProfile.open(sealing, place, logon.profile)
  const addressed = { to: { name, address: email }, locale }
  const at = formatMailInstant(happenedAt)
  const device = say("device.name", {
    browser: say(`device.browser.${browser}` as "device.browser.other"),
    system: say(`device.system.${system}` as "device.system.other")
  })
  switch (kind) {
    case "new-device":
    case "device-token-reused":
      return { ...addressed, kind, params: { name, at, device } } satisfies AddressedMail
    case "recovery-code-used": {
      const open = and(eq(recoveryCodes.logonId, logonId), eq(recoveryCodes.state, "open"))
      const [row] = yield* run((db) => db.select({ left: count() }).from(recoveryCodes).where(open))
      return { ...addressed, kind, params: { name, at, left: row?.left ?? 0 } } satisfies AddressedMail
    }
    default:
      return { ...addressed, kind, params: { name, at } } satisfies AddressedMail
  }
})
