import { RuleSets } from "@mtc-logon/core/decisions"
import type { NoticeKind } from "@mtc-logon/core/notices"
import { and, desc, eq } from "drizzle-orm"
import { DateTime, Effect, Redacted } from "effect"
import { activationCodeTable as activationCodes } from "../database/activationCodeTable.ts"
import { Database } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { noticeTable as notices } from "../database/noticeTable.ts"
import { securityCodeTable as securityCodes } from "../database/securityCodeTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { sayIn } from "../say.ts"
import { Derived } from "../secrets/Derived.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { methodOf } from "../store/methodOf.ts"
import { sealedProfile } from "../store/ProfileJson.ts"
import type { AddressedMail } from "./AddressedMail.ts"
import { formatMailInstant } from "./formatMailInstant.ts"
import { isPostalKind, leaveLetter } from "./leaveLetter.ts"
import { isLogonKind, logonMail } from "./logonMail.ts"
import { Mailer } from "./Mailer.ts"
import { renderMail } from "./renderMail.ts"
import { tellOwner } from "./tellOwner.ts"

/** The notices that are about a request. */
type RequestKind = "receipt" | "approved" | "activation" | "referred" | "denied" | "expired"

/**
 * Sends a notice: the job of each.
 *
 * **Details**
 *
 * Words, links and codes are made here, of ids: no queue and no table holds one. A notice whose matter is over (a code that
 * was replaced, a logon that is gone) is not sent any more. Sent once; a mail relay that says no makes the job come again.
 */
export const sendNotice = Effect.fn("sendNotice")(function* (noticeId: string) {
  const { run } = yield* Database
  const { publicBaseUrl } = yield* ServerConfig
  const derived = yield* Derived
  const sealing = yield* Sealing
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)

  const ofRequest = Effect.fnUntraced(function* (kind: RequestKind, requestId: string) {
    const [row] = yield* run((db) =>
      db.select().from(requests).innerJoin(logons, eq(logons.id, requests.logonId)).where(eq(requests.id, requestId))
    )
    if (row === undefined) return null
    const { logon, logon_request: request } = row
    const { email, name } = sealedProfile.open(
      sealing,
      { table: "logon", column: "profile", row: logon.id },
      logon.profile
    )
    const addressed = { to: { name, address: email }, locale: request.locale }
    const { confirmationNumber } = request
    if (kind === "receipt") {
      const submittedAt = formatMailInstant(DateTime.fromDateUnsafe(request.submittedAt))
      return { ...addressed, kind, params: { name, confirmationNumber, submittedAt } } satisfies AddressedMail
    }
    if (kind === "referred" || kind === "denied") {
      return { ...addressed, kind, params: { name, confirmationNumber } } satisfies AddressedMail
    }
    if (kind === "expired") {
      const days = policy.logon.activation.unusedDays
      return { ...addressed, kind, params: { name, confirmationNumber, days } } satisfies AddressedMail
    }
    const [code] = yield* run((db) =>
      db
        .select()
        .from(activationCodes)
        .where(and(eq(activationCodes.logonId, logon.id), eq(activationCodes.state, "open")))
        .orderBy(desc(activationCodes.createdAt))
    )
    if (code === undefined) return null
    const token = Redacted.value(derived.linkToken("activation", code.id))
    const link = `${publicBaseUrl}/activate#${token}`
    const hours = policy.logon.activation.lifetimeHours
    return kind === "approved"
      ? ({
          ...addressed,
          kind,
          params: { name, username: logon.username, confirmationNumber, link, hours }
        } satisfies AddressedMail)
      : ({ ...addressed, kind, params: { name, link, hours } } satisfies AddressedMail)
  })

  const ofSecurityCode = Effect.fnUntraced(function* (securityCodeId: string) {
    const [row] = yield* run((db) =>
      db
        .select()
        .from(securityCodes)
        .innerJoin(methods, eq(methods.id, securityCodes.methodId))
        .innerJoin(logons, eq(logons.id, securityCodes.logonId))
        .where(eq(securityCodes.id, securityCodeId))
    )
    if (row === undefined || row.security_code.state !== "open") return null
    const { target } = methodOf(sealing, row.two_step_method)
    if (target === null) return null
    const { name } = sealedProfile.open(
      sealing,
      { table: "logon", column: "profile", row: row.logon.id },
      row.logon.profile
    )
    return {
      to: { name, address: target },
      locale: row.logon.locale,
      kind: "security-code",
      params: {
        code: Redacted.value(derived.securityCode(securityCodeId)),
        minutes: policy.twoStep.code.lifetimeMinutes
      }
    } satisfies AddressedMail
  })

  const [notice] = yield* run((db) => db.select().from(notices).where(eq(notices.id, noticeId)))
  if (notice === undefined || notice.sentAt !== null) return
  const { logonRequestId = "", securityCodeId = "" } = notice.subjects
  const kind = notice.kind as NoticeKind
  if (kind === "tell-owner") return yield* tellOwner(notice)
  const mailOf = () =>
    kind === "security-code"
      ? ofSecurityCode(securityCodeId)
      : isLogonKind(kind)
        ? logonMail(kind, notice)
        : ofRequest(kind as RequestKind, logonRequestId)
  const mail: AddressedMail | null = isPostalKind(kind) ? yield* Effect.as(leaveLetter(kind, notice), null) : yield* mailOf()
  if (mail !== null) {
    const { locale, params, to } = mail
    const rendered = renderMail(mail.kind, params as never, sayIn(locale), {
      locale,
      contacts: policy.contacts as never
    })
    yield* (yield* Mailer).send({ id: noticeId, to, locale, at: DateTime.fromDateUnsafe(notice.at), rendered })
  }
  yield* run((db) =>
    db
      .update(notices)
      .set({ sentAt: DateTime.toDateUtc(now), taxpayer: null, recipient: null })
      .where(eq(notices.id, noticeId))
  )
})
