import { RuleSets } from "@mtc-logon/core/questions"
import { isLetterKind, isNoticeKind, notices as rows, Post, TextMessages } from "@mtc-logon/core/notices"
import type { NoticeRow, TextNotSent } from "@mtc-logon/core/notices"
import { and, eq, isNull, sql } from "drizzle-orm"
import { DateTime, Duration, Effect, Redacted } from "effect"
import { Database } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { noticeTable as notices } from "../database/noticeTable.ts"
import { formatMailInstant } from "../formatMailInstant.ts"
import { Jobs } from "../jobs/Jobs.ts"
import { messageIdOf, sayIn } from "../say.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { Mailer } from "./Mailer.ts"
import { noticeContent } from "./noticeContent.ts"
import { renderLetter } from "./renderLetter.ts"
import { renderMail } from "./renderMail.ts"
import { tellOwner } from "./tellOwner.ts"

/** A telephone that takes no messages: the person asks for a code another way. */
const logTextRefused = ({ code }: TextNotSent) =>
  Effect.logWarning("A text message was refused permanently").pipe(Effect.annotateLogs({ code }))

/** When a notice of a request is looked at again, where its receipt is still to go out; null: it went out, or was given up. */
const afterReceipt = Effect.fnUntraced(function* (requestId: string, now: DateTime.Utc) {
  const { run } = yield* Database
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

/**
 * Sends a notice: the job of each.
 *
 * **Details**
 *
 * No queue and no table holds words, links or codes: `noticeContent` makes them. A notice whose matter is over (a code that
 * was replaced, a logon that is gone) is not sent any more. Sent at least once, each time as the same message; a mail relay
 * that says no, or a folder that cannot be written, makes the job come again, a telephone that takes no messages does not.
 * What else is said of a request waits for its receipt: then the answer is when to look again.
 *
 * **Gotchas**
 *
 * The last line of a text message binds the code to the host that people log in at: a phone fills it in nowhere else.
 * Nothing may stand after it.
 */
export const sendNotice = Effect.fn("sendNotice")(function* (id: string) {
  const { run } = yield* Database
  const { publicBaseUrl } = yield* ServerConfig
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const [notice] = yield* run((db) => db.select().from(notices).where(eq(notices.id, id)))
  if (notice === undefined || notice.sentAt !== null) return null
  const { kind } = notice
  if (!isNoticeKind(kind)) return yield* Effect.die(new Error(`No notice is called ${kind}`))
  if (kind === "tell-owner") return yield* Effect.as(tellOwner(notice), null)
  const row: NoticeRow = rows[kind]
  const nextLook = row.afterReceipt ? yield* afterReceipt(notice.subjects["logonRequestId"] ?? "", now) : null
  if (nextLook !== null) return nextLook

  yield* Effect.gen(function* () {
    const at = DateTime.fromDateUnsafe(notice.at)
    const frameOf = (locale: string) => ({
      locale,
      contacts: { ...policy.contacts, hours: messageIdOf(policy.contacts.hours) }
    })
    if (isLetterKind(kind)) {
      const { params, to } = yield* noticeContent(notice, kind)
      if (to.by !== "post") return
      const { lines, locale, name } = to
      const date = formatMailInstant(now).split(" ")[0]!
      const letter = renderLetter(kind, params, { lines, date }, sayIn(locale), frameOf(locale))
      return yield* (yield* Post).leave({ id, to: { name, lines }, locale, at, ...letter })
    }
    const { params, to } = yield* noticeContent(notice, kind)
    const say = sayIn(to.locale)
    if (to.by === "text" && "code" in params && "minutes" in params) {
      const words = say("sms.security-code", { code: params.code, minutes: params.minutes })
      const text = Redacted.make(`${words}\n\n@${new URL(publicBaseUrl).hostname} #${params.code}`)
      yield* (yield* TextMessages)
        .send({ id, at, to: to.phone, text })
        .pipe(Effect.catchIf(({ isFinal }) => isFinal, logTextRefused))
    } else if (to.by === "mail") {
      const { address, locale, name } = to
      const rendered = renderMail(kind, params, say, frameOf(locale))
      yield* (yield* Mailer).send({ id, to: { name, address }, locale, at, rendered })
    }
  }).pipe(Effect.catchTag("NoticeOver", () => Effect.void))
  yield* run((db) =>
    db
      .update(notices)
      .set({ sentAt: DateTime.toDateUtc(now), taxpayer: null, recipient: null })
      .where(eq(notices.id, id))
  )
  return null
})
