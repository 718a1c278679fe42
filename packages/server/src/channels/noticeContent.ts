import { RuleSets } from "@mtc-logon/core/questions"
import { Keys } from "@mtc-logon/core/logon"
import { notices, Post } from "@mtc-logon/core/notices"
import type { LetterKind, MailKind, NoticeParams, NoticeRow, NoticeValues, NoticeWhom } from "@mtc-logon/core/notices"
import { formatNotMeCode } from "@mtc-logon/core/recovery"
import { TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import { and, count, desc, eq } from "drizzle-orm"
import { Data, DateTime, Effect, Redacted } from "effect"
import { Database } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { activationCodeTable as activationCodes, logonRequestTable as requests } from "../database/logonRequestTable.ts"
import {
  emailChangeTable as emailChanges,
  logonTable as logons,
  recoveryCodeTable as recoveryCodes,
  recoveryTable as recoveries,
  securityCodeTable as securityCodes,
  twoStepMethodTable as methods
} from "../database/logonTable.ts"
import type { noticeTable } from "../database/noticeTable.ts"
import { formatMailInstant } from "../formatMailInstant.ts"
import { messageIdOf, sayIn } from "../say.ts"
import { Derived } from "../secrets/Derived.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { keepLockLetter } from "../store/keepLockLetter.ts"
import { methodOf } from "../store/methodOf.ts"
import { noticePlace, sealedRecipient, sealedTaxpayer } from "../store/noticePlace.ts"
import { notMeCodeOf } from "../store/notMeCodeOf.ts"
import { profileBefore } from "../store/profileBefore.ts"
import { sealedProfile } from "../store/ProfileJson.ts"

/** The matter of a notice is over: a link that was used or replaced, a logon that is gone. It is not sent any more. */
export class NoticeOver extends Data.TaggedError("NoticeOver") {}

/** Who gets a notice, and where. */
export type Addressee = { readonly name: string; readonly locale: string } & (
  | { readonly by: "mail"; readonly address: string }
  | { readonly by: "text"; readonly phone: string }
  | { readonly by: "post"; readonly lines: ReadonlyArray<string> }
)

/** Where each value of a notice is found. */
type Sources = { readonly [S in keyof NoticeValues]: Effect.Effect<NoticeValues[S], unknown, unknown> }

/** Letters speak the language of the Department's records. */
const letterLocale = "en"

/**
 * Looks up who gets a notice and what it says, by its row in `notices`.
 *
 * **Details**
 *
 * Words, links and codes are made here, from ids. Each value is looked up only if the row names it, the addressee first.
 *
 * **Gotchas**
 *
 * A change of address is told where the logon was reached before, a link to a new one goes to that. The address of a letter
 * is the newest on file, and no letter is made for a number without an address.
 */
export const noticeContent = Effect.fnUntraced(function* <K extends MailKind | LetterKind>(
  notice: typeof noticeTable.$inferSelect,
  kind: K
) {
  const { run } = yield* Database
  const { publicBaseUrl } = yield* ServerConfig
  const derived = yield* Derived
  const sealing = yield* Sealing
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const about: Readonly<Record<string, string | undefined>> = notice.subjects
  const idOf = (name: string) => about[name] ?? ""
  const row: NoticeRow & { readonly whom: Exclude<NoticeWhom, "everyone"> } = notices[kind]

  /** The first row that is found, looked up once. */
  const found = <A>(select: (db: Db) => PromiseLike<ReadonlyArray<A>>) =>
    Effect.cached(
      Effect.flatMap(run(select), ([first]) =>
        first === undefined ? Effect.fail(new NoticeOver()) : Effect.succeed(first)
      )
    )
  const open = <A extends { readonly state: string }>(one: A) =>
    one.state === "open" ? Effect.succeed(one) : Effect.fail(new NoticeOver())

  const request = yield* found((db) =>
    db
      .select()
      .from(requests)
      .where(eq(requests.id, idOf("logonRequestId")))
  )
  const securityCode = yield* found((db) =>
    db
      .select({ code: securityCodes, method: methods })
      .from(securityCodes)
      .innerJoin(methods, eq(methods.id, securityCodes.methodId))
      .where(eq(securityCodes.id, idOf("securityCodeId")))
  )
  const logonId =
    row.whom === "applicant"
      ? Effect.map(request, (request) => request.logonId)
      : row.whom === "method"
        ? Effect.map(securityCode, ({ code }) => code.logonId)
        : Effect.succeed(idOf("logonId"))
  const logon = yield* Effect.cached(
    Effect.gen(function* () {
      const id = yield* logonId
      const logon = yield* yield* found((db) => db.select().from(logons).where(eq(logons.id, id)))
      const profile = sealedProfile.open(sealing, { table: "logon", column: "profile", row: id }, logon.profile)
      return { ...logon, profile }
    })
  )
  const notMe = yield* Effect.cached(
    Effect.gen(function* () {
      const known = yield* (yield* notMeCodeOf)(idOf("notMeId"))
      return known === null || known.row.usedAt !== null ? yield* new NoticeOver() : known
    })
  )
  const emailChange = yield* found((db) =>
    db
      .select()
      .from(emailChanges)
      .where(eq(emailChanges.id, idOf("emailChangeId")))
  )
  const taxpayer =
    notice.taxpayer === null
      ? Effect.fail(new NoticeOver())
      : Effect.succeed(sealedTaxpayer.open(sealing, noticePlace(notice.id, "taxpayer"), notice.taxpayer))
  const recipient =
    notice.recipient === null
      ? null
      : sealedRecipient.open(sealing, noticePlace(notice.id, "recipient"), notice.recipient)

  const toOwner = ({ locale, profile }: Effect.Success<typeof logon>, address = profile.email) =>
    ({ by: "mail", name: profile.name, address, locale }) as const

  const whom = {
    applicant: Effect.gen(function* () {
      const { locale } = yield* request
      return { ...toOwner(yield* logon), locale }
    }),
    owner: Effect.map(logon, (logon) => toOwner(logon)),
    displaced: Effect.map(logon, (logon) => toOwner(logon)),
    "owner-before": Effect.gen(function* () {
      const { before, part } = (yield* notMe).row
      const profile = before === null ? undefined : profileBefore(yield* Keys, idOf("notMeId"), before)
      return toOwner(yield* logon, part === "email" ? profile?.email : undefined)
    }),
    "new-address": Effect.gen(function* () {
      const { email, id } = yield* Effect.flatMap(emailChange, open)
      const address = sealing.open({ table: "email_change", column: "email", row: id }, email)
      return toOwner(yield* logon, Redacted.value(address))
    }),
    method: Effect.gen(function* () {
      const { method } = yield* securityCode
      const { kind, target } = methodOf(sealing, method)
      if (target === null || method.removedAt !== null) return yield* new NoticeOver()
      const owner = yield* logon
      return kind === "sms"
        ? ({ by: "text", name: owner.profile.name, phone: target, locale: owner.locale } as const)
        : toOwner(owner, target)
    }),
    found: Effect.gen(function* () {
      const { locale } = yield* logon
      if (recipient?.address === undefined) return yield* new NoticeOver()
      return { by: "mail", name: recipient.name, address: recipient.address, locale } as const
    }),
    "on-file": Effect.gen(function* () {
      const contact = recipient === null ? yield* (yield* TaxpayerRecords).contact(yield* taxpayer) : null
      const { lines = [], name } = recipient ?? { lines: contact?.address, name: contact?.name ?? "" }
      if (lines.length === 0) return yield* new NoticeOver()
      return { by: "post", name, lines, locale: letterLocale } as const
    })
  }
  const to: Addressee = yield* whom[row.whom]

  const linkTo = (page: string, token: Redacted.Redacted | string) =>
    `${publicBaseUrl}/${page}#${typeof token === "string" ? token : Redacted.value(token)}`
  const partOf = (part: string) => ({ part: sayIn(to.locale)(messageIdOf(`part.${part}`)) })
  const letterOf = Effect.fnUntraced(function* (id: string) {
    const letter = yield* yield* found((db) => db.select().from(letters).where(eq(letters.id, id)))
    if (letter.state !== "live") return yield* new NoticeOver()
    const letterId = sealing.open({ table: "letter", column: "letter_id", row: id }, letter.letterId)
    return {
      letterId: Redacted.value(letterId),
      page: `${publicBaseUrl}/register`,
      days: policy.verification.letters.lifeDays
    }
  })

  const values = {
    owner: Effect.succeed({ name: to.name }),
    username: Effect.map(logon, ({ username }) => ({ username })),
    moment: Effect.succeed({ at: formatMailInstant(DateTime.fromDateUnsafe(notice.at)) }),
    device: Effect.sync(() => {
      const say = sayIn(to.locale)
      const browser = say(messageIdOf(`device.browser.${about["browser"]}`, "device.browser.other"))
      const system = say(messageIdOf(`device.system.${about["system"]}`, "device.system.other"))
      return { device: say("device.name", { browser, system }) }
    }),
    request: Effect.map(request, ({ confirmationNumber }) => ({ confirmationNumber })),
    submission: Effect.map(request, ({ submittedAt }) => ({
      submittedAt: formatMailInstant(DateTime.fromDateUnsafe(submittedAt))
    })),
    unused: Effect.succeed({ days: policy.logon.activation.unusedDays }),
    activation: Effect.gen(function* () {
      const { logonId } = yield* request
      const newestOpen = yield* found((db) =>
        db
          .select({ id: activationCodes.id })
          .from(activationCodes)
          .where(and(eq(activationCodes.logonId, logonId), eq(activationCodes.state, "open")))
          .orderBy(desc(activationCodes.createdAt))
      )
      const token = derived.linkToken("activation", (yield* newestOpen).id)
      return { link: linkTo("activate", token), hours: policy.logon.activation.lifetimeHours }
    }),
    emailChange: Effect.map(emailChange, ({ id }) => ({
      link: linkTo("profile", derived.linkToken("email-change", id)),
      hours: policy.profile.emailLinkHours
    })),
    passwordReset: Effect.gen(function* () {
      const id = idOf("recoveryId")
      yield* Effect.flatMap(yield* found((db) => db.select().from(recoveries).where(eq(recoveries.id, id))), open)
      return { link: linkTo("reset", derived.linkToken("password-reset", id)), minutes: policy.recovery.linkMinutes }
    }),
    securityCode: Effect.gen(function* () {
      const { id } = yield* Effect.flatMap(securityCode, ({ code }) => open(code))
      return { code: Redacted.value(derived.securityCode(id)), minutes: policy.twoStep.code.lifetimeMinutes }
    }),
    recoveryCodes: Effect.gen(function* () {
      const unused = and(eq(recoveryCodes.logonId, idOf("logonId")), eq(recoveryCodes.state, "open"))
      return yield* yield* found((db) => db.select({ left: count() }).from(recoveryCodes).where(unused))
    }),
    notMe: Effect.map(notMe, ({ code, row: { part } }) => ({
      code: formatNotMeCode(code),
      link: linkTo("not-me", code),
      page: `${publicBaseUrl}/not-me`,
      days: part === "logon" ? policy.access.notMeDays : policy.profile.notMeDays
    })),
    changed: Effect.map(notMe, ({ row: { part } }) => partOf(part)),
    frozen: Effect.sync(() => partOf(about["part"] ?? "profile")),
    letter: Effect.suspend(() => letterOf(idOf("letterRowId"))),
    lockLetter: Effect.gen(function* () {
      if (!(yield* Post).delivers) return yield* new NoticeOver()
      return yield* letterOf(yield* keepLockLetter(notice.id, yield* taxpayer, now))
    }),
    letterPage: Effect.succeed({ page: `${publicBaseUrl}/letter` })
  }

  const said: Record<string, string | number> = {}
  for (const source of row.says) Object.assign(said, yield* (values satisfies Sources)[source])
  // The row names its values, and each stands in `values` with its type.
  return { to, params: said as unknown as NoticeParams<K> }
})
