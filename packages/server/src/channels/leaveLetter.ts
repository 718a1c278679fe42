import { RuleSets } from "@mtc-logon/core/questions"
import { Post } from "@mtc-logon/core/notices"
import type { NoticeKind } from "@mtc-logon/core/notices"
import { TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import { eq } from "drizzle-orm"
import { DateTime, Effect, Redacted } from "effect"
import { Database } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import type { noticeTable } from "../database/noticeTable.ts"
import { sayIn } from "../say.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { noticePlace, sealedRecipient, sealedTaxpayer } from "../store/noticePlace.ts"
import { keepLockLetter } from "../store/keepLockLetter.ts"
import { formatMailInstant } from "../formatMailInstant.ts"
import { formatNotMeCode } from "@mtc-logon/core/recovery"
import { notMeCodeOf } from "../store/notMeCodeOf.ts"
import { renderLetter } from "./renderLetter.ts"
import type { LetterKind, LetterParams } from "./LetterKind.ts"

/** The notices that go by post, and what letter each is. */
const letterKinds = {
  "sign-up-letter": "sign-up",
  "logon-made-letter": "logon-made",
  "lock-letter": "lock",
  "guesses-letter": "guesses",
  "not-me-letter": "not-me"
} as const satisfies { readonly [K in NoticeKind]?: LetterKind }
type PostalKind = keyof typeof letterKinds

export const isPostalKind = (kind: NoticeKind): kind is PostalKind => Object.hasOwn(letterKinds, kind)

/** Letters speak the language of the Department's records. */
const locale = "en"

/**
 * Leaves a letter for the post.
 *
 * **Details**
 *
 * The address is looked up now, so that it is the newest; where there is none, or the letter's matter is over, nothing goes
 * out. A folder that cannot be written makes the job come again.
 */
export const leaveLetter = Effect.fnUntraced(function* (kind: PostalKind, notice: typeof noticeTable.$inferSelect) {
  const { run } = yield* Database
  const { publicBaseUrl } = yield* ServerConfig
  const sealing = yield* Sealing
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const at = formatMailInstant(DateTime.fromDateUnsafe(notice.at))
  const { letterRowId = "", notMeId = "" } = notice.subjects

  const addressOf = Effect.fnUntraced(function* () {
    if (notice.recipient !== null) {
      const to = sealedRecipient.open(sealing, noticePlace(notice.id, "recipient"), notice.recipient)
      return to.lines === undefined ? null : { name: to.name, lines: to.lines }
    }
    if (notice.taxpayer === null) return null
    const taxpayer = sealedTaxpayer.open(sealing, noticePlace(notice.id, "taxpayer"), notice.taxpayer)
    const contact = yield* (yield* TaxpayerRecords).contact(taxpayer)
    return contact === null || contact.address.length === 0 ? null : { name: contact.name, lines: contact.address }
  })

  const signUpOf = Effect.fnUntraced(function* (id: string) {
    const [letter] = yield* run((db) => db.select().from(letters).where(eq(letters.id, id)))
    if (letter?.state !== "live") return null
    const place = { table: "letter", column: "letter_id", row: letter.id }
    return {
      letterId: Redacted.value(sealing.open(place, letter.letterId)),
      page: `${publicBaseUrl}/register`,
      days: policy.verification.letters.lifeDays
    } satisfies LetterParams["sign-up"]
  })

  const paramsOf = Effect.fnUntraced(function* () {
    switch (letterKinds[kind]) {
      case "sign-up":
        return yield* signUpOf(letterRowId)
      case "logon-made": {
        const known = yield* (yield* notMeCodeOf)(notMeId)
        if (known === null || known.row.usedAt !== null) return null
        const code = formatNotMeCode(known.code)
        return { at, code, page: `${publicBaseUrl}/not-me` } satisfies LetterParams["logon-made"]
      }
      case "lock": {
        if (notice.taxpayer === null || !(yield* Post).delivers) return null
        const taxpayer = sealedTaxpayer.open(sealing, noticePlace(notice.id, "taxpayer"), notice.taxpayer)
        const signUp = yield* signUpOf(yield* keepLockLetter(notice.id, taxpayer, now))
        return signUp === null ? null : ({ ...signUp, at } satisfies LetterParams["lock"])
      }
      case "guesses":
      case "not-me":
        return { at, page: `${publicBaseUrl}/letter` } satisfies LetterParams["not-me"]
    }
  })

  const to = yield* addressOf()
  // No letter is made for a number without an address.
  const params = to === null ? null : yield* paramsOf()
  if (to === null || params === null) return
  const date = formatMailInstant(now).split(" ")[0]!
  const frame = { locale, contacts: policy.contacts as never }
  const rendered = renderLetter(letterKinds[kind], params as never, { lines: to.lines, date }, sayIn(locale), frame)
  yield* (yield* Post).leave({
    id: notice.id,
    to,
    locale,
    at: DateTime.fromDateUnsafe(notice.at),
    ...rendered
  })
})
