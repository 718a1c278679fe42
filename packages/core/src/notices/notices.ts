import type { MessageId } from "../wording/MessageId.ts"
import { noticeRow } from "./NoticeRow.ts"
import type { NoticePart, NoticeRow, NoticeWhom } from "./NoticeRow.ts"
import type { NoticeValues, ValuesOf } from "./NoticeValues.ts"

const paragraph = (says: MessageId, values: object = {}): NoticePart => ({
  part: "paragraph",
  says,
  with: { ...values }
})
const link = (says: MessageId, to: string): NoticePart => ({ part: "link", says, to })
const code = (says: MessageId, values: object): NoticePart => ({ part: "code", says, with: { ...values } })

/** How the owner undoes what was done. */
const undo = (
  { code: typed, days, link: to, page }: NoticeValues["notMe"],
  what: "mail.not-me.do" | "mail.logon-made.do" = "mail.not-me.do"
) => [
  paragraph("mail.profile-changed.do"),
  paragraph(what, { days }),
  link("mail.not-me.link", to),
  paragraph("mail.not-me.code", { page, code: typed })
]

/** The link of an activation, which works once. */
const activate = ({ hours, link: to }: NoticeValues["activation"]) => [
  link("mail.approved.link", to),
  paragraph("mail.approved.once", { hours }),
  paragraph("mail.approved.two-step")
]

/** A letter ID, and how to use it. */
const signUp = ({ days, letterId, page }: NoticeValues["letter"]) => [
  code("letter.sign-up.id", { letterId }),
  paragraph("letter.sign-up.how", { page, days })
]

/**
 * Every notice: when it is sent, to whom, and what it says.
 *
 * **Details**
 *
 * A mail has the subject `mail.<kind>.subject` and `mail.<kind>.preheader`; the subject of the kind `<letter>-letter` is
 * `letter.<letter>.subject`. A new notice is a row here and its sentences in the wording.
 *
 * @rule R-27 @rule D-12
 */
export const notices = {
  /** The request was received (seed line 367). */
  receipt: noticeRow({
    after: "LogonRequestSubmitted",
    whom: "applicant",
    says: ["owner", "request", "submission"],
    parts: (values, { phone }) => [
      paragraph("mail.receipt.received", values),
      paragraph("mail.receipt.next"),
      paragraph("mail.not-you", { phone })
    ]
  }),
  /** The request was approved; with the link of the activation code that is issued with it (seed lines 385-402). */
  approved: noticeRow({
    after: "LogonRequestApproved",
    whom: "applicant",
    afterReceipt: true,
    says: ["owner", "username", "request", "activation"],
    parts: ({ confirmationNumber, name, username, ...activation }) => [
      paragraph("mail.approved.congratulations", { confirmationNumber, name, username }),
      paragraph("mail.approved.how"),
      ...activate(activation)
    ]
  }),
  /** The people whom a new logon concerns are looked up, and each gets a notice of their own (D-26). */
  "tell-owner": noticeRow({ after: "LogonRequestApproved", whom: "everyone", says: [], parts: () => [] }),
  /** The activation link again, at the person's request. */
  activation: noticeRow({
    after: ({ _tag }, together) =>
      _tag === "ActivationCodeIssued" && together.every((event) => event._tag !== "LogonRequestApproved"),
    whom: "applicant",
    afterReceipt: true,
    says: ["owner", "activation"],
    parts: ({ name, ...activation }) => [paragraph("mail.activation.how", { name }), ...activate(activation)]
  }),
  /** To the original address: it is no longer used (D-13). */
  "email-corrected": noticeRow({
    after: "EmailCorrected",
    whom: "found",
    says: [],
    parts: (_, { phone }) => [paragraph("mail.email-corrected.changed"), paragraph("mail.not-you", { phone })]
  }),
  /** The request could not be finished online (D-35). */
  referred: noticeRow({
    after: "LogonRequestReferred",
    whom: "applicant",
    afterReceipt: true,
    says: ["owner", "request"],
    parts: (values) => [paragraph("mail.referred.call", values)]
  }),
  denied: noticeRow({
    after: "LogonRequestDenied",
    whom: "applicant",
    afterReceipt: true,
    says: ["owner", "request"],
    parts: (values) => [paragraph("mail.denied.call", values)]
  }),
  /** The activation was not used in time (D-33). */
  expired: noticeRow({
    after: "LogonRequestExpired",
    whom: "applicant",
    afterReceipt: true,
    says: ["owner", "request", "unused"],
    parts: (values) => [paragraph("mail.expired.gone", values), paragraph("mail.expired.again")]
  }),
  /** A code for the second step (seed line 459). */
  "security-code": noticeRow({
    after: "SecurityCodeSent",
    whom: "method",
    says: ["securityCode"],
    parts: ({ code: typed, minutes }) => [
      code("mail.security-code.code", { code: typed }),
      paragraph("mail.security-code.care", { minutes })
    ]
  }),
  /** Someone logged in from a new browser. */
  "new-device": noticeRow({
    after: "NewDeviceUsed",
    whom: "owner",
    says: ["owner", "moment", "device"],
    parts: (values, { phone }) => [
      paragraph("mail.new-device.opened", values),
      paragraph("mail.new-device.do", { phone })
    ]
  }),
  /** A two-step method was added to others, or removed. */
  "two-step-added": noticeRow({
    after: (event) => event._tag === "TwoStepChanged" && event.change === "added",
    whom: "owner",
    says: ["owner", "moment", "notMe"],
    parts: ({ at, name, ...notMe }) => [
      paragraph("mail.two-step-added.changed", { name, at }),
      paragraph("mail.security-changed.others"),
      ...undo(notMe)
    ]
  }),
  "two-step-removed": noticeRow({
    after: (event) => event._tag === "TwoStepChanged" && event.change === "removed",
    whom: "owner",
    says: ["owner", "moment", "notMe"],
    parts: ({ at, name, ...notMe }) => [
      paragraph("mail.two-step-removed.changed", { name, at }),
      paragraph("mail.security-changed.others"),
      ...undo(notMe)
    ]
  }),
  /** Recovery codes were created, or one was used (D-49). */
  "recovery-codes-made": noticeRow({
    after: "RecoveryCodesMade",
    whom: "owner",
    says: ["owner", "moment", "notMe"],
    parts: ({ at, name, ...notMe }) => [paragraph("mail.recovery-codes-made.changed", { name, at }), ...undo(notMe)]
  }),
  "recovery-code-used": noticeRow({
    after: "RecoveryCodeUsed",
    whom: "owner",
    says: ["owner", "moment", "recoveryCodes"],
    parts: (values, { phone }) => [
      paragraph("mail.recovery-code-used.changed", values),
      paragraph("mail.security-changed.do", { phone })
    ]
  }),
  /** A token of a trusted device was copied (D-15). */
  "device-token-reused": noticeRow({
    after: "DeviceTokenReused",
    whom: "owner",
    says: ["owner", "moment", "device"],
    parts: (values, { phone }) => [
      paragraph("mail.device-token-reused.changed", values),
      paragraph("mail.security-changed.do", { phone })
    ]
  }),
  /** Too many wrong passwords in a row (D-48). */
  "password-closed": noticeRow({
    after: "PasswordClosed",
    whom: "owner",
    says: ["owner", "moment"],
    parts: (values, { phone }) => [
      paragraph("mail.password-closed.changed", values),
      paragraph("mail.security-changed.do", { phone })
    ]
  }),
  /** A part of a logon was changed; with the code that undoes it. */
  "profile-changed": noticeRow({
    after: "ProfileChanged",
    whom: "owner-before",
    says: ["owner", "moment", "changed", "notMe"],
    parts: ({ at, name, part, ...notMe }) => [
      paragraph("mail.profile-changed.what", { name, part, at }),
      ...undo(notMe)
    ]
  }),
  /** The link to a new address. */
  "email-link": noticeRow({
    after: "EmailChangeAsked",
    whom: "new-address",
    says: ["owner", "emailChange"],
    parts: ({ hours, link: to, name }) => [
      paragraph("mail.email-link.how", { name }),
      link("mail.email-link.link", to),
      paragraph("mail.email-link.once", { hours })
    ]
  }),
  /** The forgotten username, or the link to a new password (D-47). */
  "username-reminder": noticeRow({
    after: "UsernameReminded",
    whom: "owner",
    says: ["owner", "username"],
    parts: (values) => [paragraph("mail.username-reminder.name", values), paragraph("mail.username-reminder.ignore")]
  }),
  "password-link": noticeRow({
    after: "PasswordLinkIssued",
    whom: "owner",
    says: ["owner", "passwordReset"],
    parts: ({ link: to, minutes, name }) => [
      paragraph("mail.password-link.how", { name }),
      link("mail.password-link.link", to),
      paragraph("mail.password-link.once", { minutes }),
      paragraph("mail.password-link.lost"),
      paragraph("mail.password-link.ignore")
    ]
  }),
  /** It is closed: somebody said "this was not me". */
  frozen: noticeRow({
    after: "LogonFrozen",
    whom: "owner",
    says: ["owner", "username", "frozen"],
    parts: (values, { phone }) => [paragraph("mail.frozen.closed", values), paragraph("mail.frozen.next", { phone })]
  }),
  /** A letter ended the contest about a taxpayer, or took the place of amounts: the winner, and each whose access ended (D-26). */
  "contest-won": noticeRow({
    after: "ContestSettled",
    whom: "owner",
    says: ["owner", "moment"],
    parts: (values, { phone }) => [
      paragraph("mail.contest-won.what", values),
      paragraph("mail.contest-won.do", { phone })
    ]
  }),
  "access-ended": noticeRow({
    after: "ContestSettled",
    whom: "displaced",
    says: ["owner", "moment", "letterPage"],
    parts: ({ page, ...values }, { phone }) => [
      paragraph("mail.access-ended.what", values),
      paragraph("mail.access-ended.do", { page, phone })
    ]
  }),
  /** To an address on file: a logon was made, with the code that closes it. */
  "logon-made": noticeRow({
    after: null,
    whom: "found",
    says: ["owner", "moment", "notMe"],
    parts: ({ at, name, ...notMe }) => [
      paragraph("mail.logon-made.what", { name, at }),
      ...undo(notMe, "mail.logon-made.do")
    ]
  }),
  "logon-made-letter": noticeRow({
    after: null,
    whom: "on-file",
    says: ["moment", "notMe"],
    parts: ({ at, code: typed, page }, { phone }) => [
      paragraph("letter.logon-made.what", { at }),
      paragraph("letter.logon-made.not", { page, phone }),
      code("letter.logon-made.code", { code: typed })
    ]
  }),
  /** A letter with a letter ID (D-07). */
  "sign-up-letter": noticeRow({
    after: "LetterMailed",
    whom: "on-file",
    says: ["letter"],
    parts: (letter) => [paragraph("letter.sign-up.what"), ...signUp(letter), paragraph("letter.sign-up.ignore")]
  }),
  /** A letter: wrong attempts locked the number (D-30). */
  "lock-letter": noticeRow({
    after: "OwnerToldOfLock",
    whom: "on-file",
    says: ["lockLetter", "moment"],
    parts: ({ at, ...letter }, { phone }) => [
      paragraph("letter.lock.what", { at }),
      ...signUp(letter),
      paragraph("letter.lock.do", { phone })
    ]
  }),
  /** A letter: someone guessed many letter IDs for the number (D-61). */
  "guesses-letter": noticeRow({
    after: "OwnerToldOfGuesses",
    whom: "on-file",
    says: ["moment"],
    parts: ({ at }, { phone }) => [paragraph("letter.guesses.what", { at }), paragraph("letter.guesses.do", { phone })]
  }),
  /** A letter: somebody who was verified says that the logon there is not theirs (D-34). */
  "not-me-letter": noticeRow({
    after: "NotMeReported",
    whom: "on-file",
    says: ["moment", "letterPage"],
    parts: ({ at, page }, { phone }) => [
      paragraph("letter.not-me.what", { at }),
      paragraph("letter.not-me.do", { page, phone })
    ]
  })
} satisfies Readonly<Record<string, NoticeRow>>

/** The kinds of notices. */
export type NoticeKind = keyof typeof notices

type KindsFor<W extends NoticeWhom> = {
  [K in NoticeKind]: (typeof notices)[K]["whom"] extends W ? K : never
}[NoticeKind]

/** Notices that go by post; the others go by e-mail, and a security code also by text message. */
export type LetterKind = KindsFor<"on-file">
export type MailKind = Exclude<NoticeKind, KindsFor<"on-file" | "everyone">>

/** What the sentences of a notice say besides. */
export type NoticeParams<K extends NoticeKind> = {
  readonly [Each in NoticeKind]: ValuesOf<(typeof notices)[Each]["says"][number]>
}[K]

/** Whether there is a notice of this kind. */
export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(notices, kind)

/** Whether it goes by post. */
export const isLetterKind = (kind: NoticeKind): kind is LetterKind => notices[kind].whom === "on-file"

/** The pieces of a notice with these values. */
export const partsOf = <K extends NoticeKind>(
  kind: K,
  params: NoticeParams<K>,
  contacts: { readonly phone: string }
): ReadonlyArray<NoticePart> => {
  const row: NoticeRow = notices[kind]
  // The row of a kind that is not known here takes the values of that same kind.
  return row.parts(params as never, contacts)
}
