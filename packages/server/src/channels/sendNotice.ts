import { RuleSets } from "@mtc-logon/core/questions"
import { TextMessages } from "@mtc-logon/core/notices"
import type { NoticeKind, TextMessage, TextNotSent } from "@mtc-logon/core/notices"
import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { DateTime, Duration, Effect, Redacted } from "effect"
import { activationCodeTable as activationCodes, logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { Database } from "../database/Database.ts"
import { Jobs } from "../jobs/Jobs.ts"
import {
  logonTable as logons,
  securityCodeTable as securityCodes,
  twoStepMethodTable as methods
} from "../database/logonTable.ts"
import { noticeTable as notices } from "../database/noticeTable.ts"
import { sayIn } from "../say.ts"
import { Derived } from "../secrets/Derived.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { methodOf } from "../store/methodOf.ts"
import { sealedProfile } from "../store/ProfileJson.ts"
import type { AddressedMail } from "./AddressedMail.ts"
import { codeText } from "./codeText.ts"
import { changeMail, isChangeKind } from "./changeMail.ts"
import { formatMailInstant } from "../formatMailInstant.ts"
import { isPostalKind, leaveLetter } from "./leaveLetter.ts"
import { logonMail } from "./logonMail.ts"
import type { LogonNotice } from "./logonMail.ts"
import { Mailer } from "./Mailer.ts"
import { renderMail } from "./renderMail.ts"
import { tellOwner } from "./tellOwner.ts"

/** A telephone that takes no messages: the person asks for a code another way. */
const logTextRefused = ({ code }: TextNotSent) =>
  Effect.logWarning("A text message was refused permanently").pipe(Effect.annotateLogs({ code }))

/** Notices about a request; the others are about a logon, or are a code. */
const ofRequests = ["receipt", "approved", "activation", "referred", "denied", "expired"] as const
type RequestNotice = (typeof ofRequests)[number]
const isOfRequest = (kind: NoticeKind): kind is RequestNotice => ofRequests.some((one) => one === kind)

/**
 * Sends a notice: the job of each.
 *
 * **Details**
 *
 * Words, links and codes are made here, of ids: no queue and no table holds one. A notice whose matter is over (a code that
 * was replaced, a logon that is gone) is not sent any more. Sent at least once, each time as the same message; a mail relay
 * that says no makes the job come again, a telephone that takes no messages does not. What else is said of a request waits for
 * its receipt: then the answer is when to look again.
 */
export const sendNotice = Effect.fn("sendNotice")(function* (noticeId: string) {
  const { run } = yield* Database
  const { publicBaseUrl } = yield* ServerConfig
  const derived = yield* Derived
  const sealing = yield* Sealing
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)

  const ofRequest = Effect.fnUntraced(function* (kind: RequestNotice, requestId: string) {
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

  /** When a notice of a request is looked at again, where its receipt is still to go out; null: it went out, or was given up. */
  const afterReceipt = Effect.fnUntraced(function* (requestId: string) {
    const [receipt] = yield* run((db) =>
      db
        .select({ id: notices.id, at: notices.at })
        .from(requests)
        .innerJoin(notices, eq(notices.at, requests.submittedAt))
        .where(
          and(
            eq(requests.id, requestId),
            eq(notices.kind, "receipt"),
            eq(sql`${notices.subjects}->>'logonRequestId'`, requestId),
            isNull(notices.sentAt)
          )
        )
    )
    if (receipt === undefined || !(yield* (yield* Jobs).isAsked("send-notice", receipt))) return null
    const waited = DateTime.distance(DateTime.fromDateUnsafe(receipt.at), now)
    return DateTime.addDuration(now, Duration.max(Duration.seconds(1), Duration.times(waited, 0.25)))
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
    const { kind, target } = methodOf(sealing, row.two_step_method)
    if (target === null || row.two_step_method.removedAt !== null) return null
    const code = derived.securityCode(securityCodeId)
    const { locale } = row.logon
    const minutes = policy.twoStep.code.lifetimeMinutes
    if (kind === "sms") {
      const say = sayIn(locale)
      return { to: target, text: codeText({ code, minutes, host: new URL(publicBaseUrl).hostname, say }) }
    }
    const { name } = sealedProfile.open(
      sealing,
      { table: "logon", column: "profile", row: row.logon.id },
      row.logon.profile
    )
    return {
      to: { name, address: target },
      locale,
      kind: "security-code",
      params: { code: Redacted.value(code), minutes }
    } satisfies AddressedMail
  })

  const [notice] = yield* run((db) => db.select().from(notices).where(eq(notices.id, noticeId)))
  if (notice === undefined || notice.sentAt !== null) return null
  const { logonRequestId = "", securityCodeId = "" } = notice.subjects
  const kind = notice.kind as NoticeKind
  if (kind === "tell-owner") return yield* Effect.as(tellOwner(notice), null)
  const nextLook = isOfRequest(kind) && kind !== "receipt" ? yield* afterReceipt(logonRequestId) : null
  if (nextLook !== null) return nextLook
  const at = DateTime.fromDateUnsafe(notice.at)
  const message: AddressedMail | Pick<TextMessage, "to" | "text"> | null = isPostalKind(kind)
    ? yield* Effect.as(leaveLetter(kind, notice), null)
    : kind === "security-code"
      ? yield* ofSecurityCode(securityCodeId)
      : isOfRequest(kind)
        ? yield* ofRequest(kind, logonRequestId)
        : isChangeKind(kind)
          ? yield* changeMail(kind, notice)
          : yield* logonMail(kind as LogonNotice, notice.subjects, at)
  if (message !== null && "text" in message) {
    yield* (yield* TextMessages)
      .send({ id: noticeId, at, to: message.to, text: message.text })
      .pipe(Effect.catchIf(({ isFinal }) => isFinal, logTextRefused))
  } else if (message !== null) {
    const { locale, params, to } = message
    const rendered = renderMail(message.kind, params as never, sayIn(locale), {
      locale,
      contacts: policy.contacts as never
    })
    yield* (yield* Mailer).send({ id: noticeId, to, locale, at, rendered })
  }
  yield* run((db) =>
    db
      .update(notices)
      .set({ sentAt: DateTime.toDateUtc(now), taxpayer: null, recipient: null })
      .where(eq(notices.id, noticeId))
  )
  return null
})
