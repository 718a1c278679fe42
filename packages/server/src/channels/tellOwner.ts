import { RuleSets } from "@mtc-logon/core/questions"
import { whomToTell } from "@mtc-logon/core/logon-request"
import { TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import { and, eq, inArray, ne } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { messageTable as messages, noticeTable as notices } from "../database/noticeTable.ts"
import type { notMeCodeTable as codes } from "../database/accessGrantTable.ts"
import { Jobs } from "../jobs/Jobs.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { keepNotMeCode } from "../store/keepNotMeCode.ts"
import { lockNotice } from "../store/lockNotice.ts"
import { noticePlace, sealedRecipient, sealedTaxpayer } from "../store/noticePlace.ts"
import { Events } from "../store/Events.ts"
import { formatMailInstant } from "../formatMailInstant.ts"

type Notice = typeof notices.$inferSelect

/**
 * Tells everybody whom a new logon concerns: letters and mails to the person on file, e-messages to the logons that are there.
 *
 * **Details**
 *
 * Each gets a code of its own that is about the new logon, the way it goes and, in an e-message, the logon that reads it. The records are asked first, then all is made in one transaction, a
 * notice for each letter and mail: tried again it makes none twice.
 *
 * @rule D-26 @rule D-60
 */
export const tellOwner = Effect.fnUntraced(function* (notice: Notice) {
  if (notice.taxpayer === null) return
  const { transaction } = yield* Database
  const { publicBaseUrl } = yield* ServerConfig
  const digests = yield* Digests
  const ids = yield* Ids
  const jobs = yield* Jobs
  const sealing = yield* Sealing
  const { record } = yield* Events
  const keepCode = yield* keepNotMeCode
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const { logonId = "", logonRequestId = "" } = notice.subjects

  const taxpayer = sealedTaxpayer.open(sealing, noticePlace(notice.id, "taxpayer"), notice.taxpayer)
  const contact = yield* (yield* TaxpayerRecords).contact(taxpayer)
  const { emails, letters } = contact === null ? { emails: [], letters: [] } : whomToTell(contact, now, policy)
  const expiresAt = DateTime.add(now, { days: policy.access.notMeDays })

  const makeCode = Effect.fnUntraced(function* (
    tx: Db,
    goes: Pick<typeof codes.$inferInsert, "channel" | "receiverId">
  ) {
    const [grant] = yield* query(
      tx.select({ id: grants.id }).from(grants).where(eq(grants.logonRequestId, logonRequestId))
    )
    const id = ids.make("not-me-code")
    yield* keepCode(tx, { id, logonId, grantId: grant?.id, ...goes, part: "logon", before: null }, now, expiresAt)
    return id
  })
  const makeNotice = Effect.fnUntraced(function* (
    tx: Db,
    kind: "logon-made" | "logon-made-letter",
    channel: "email" | "post" | "former-post",
    to: Parameters<typeof sealedRecipient.seal>[2]
  ) {
    const id = ids.make("notice")
    const notMeId = yield* makeCode(tx, { channel, receiverId: null })
    const recipient = sealedRecipient.seal(sealing, noticePlace(id, "recipient"), to)
    yield* query(
      tx.insert(notices).values({ id, kind, subjects: { logonId, logonRequestId, notMeId }, recipient, at: notice.at })
    )
    yield* jobs.enqueue(tx, "send-notice", { id })
  })

  yield* transaction((tx) =>
    Effect.gen(function* () {
      const locked = yield* lockNotice(tx, notice.id)
      if (locked === undefined || locked.sentAt !== null) return
      const name = contact?.name ?? ""
      for (const { channel, lines } of letters) yield* makeNotice(tx, "logon-made-letter", channel, { name, lines })
      for (const address of emails) yield* makeNotice(tx, "logon-made", "email", { name, address })
      const others = yield* query(
        tx
          .selectDistinct({ logonId: grants.logonId })
          .from(grants)
          .where(
            and(
              inArray(grants.taxpayerDigest, [...digests.allOfTaxpayer(taxpayer)]),
              eq(grants.state, "effective"),
              ne(grants.evidence, "grant"),
              ne(grants.logonId, logonId)
            )
          )
      )
      for (const other of others) {
        const id = ids.make("message")
        const notMeId = yield* makeCode(tx, { channel: "e-message", receiverId: other.logonId })
        const params = {
          at: formatMailInstant(DateTime.fromDateUnsafe(notice.at)),
          page: `${publicBaseUrl}/not-me`,
          notMeId
        }
        yield* query(
          tx.insert(messages).values({
            id,
            logonId: other.logonId,
            messageId: "message.logon-made",
            params: sealing.seal({ table: "message", column: "params", row: id }, JSON.stringify(params)),
            at: notice.at
          })
        )
      }
      yield* query(
        tx
          .update(notices)
          .set({ sentAt: DateTime.toDateUtc(now), taxpayer: null })
          .where(eq(notices.id, notice.id))
      )
      yield* record(tx, {
        subjectId: logonRequestId,
        actor: "system",
        at: now,
        events: [{ _tag: "OwnerTold", letters: letters.length, emails: emails.length, messages: others.length }],
        about: { logonId }
      })
    })
  )
})
