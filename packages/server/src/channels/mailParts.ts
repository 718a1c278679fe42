import type { MessageId } from "@mtc-logon/core/wording"
import type { MailKind, MailParams, NotMeParams } from "./MailKind.ts"

type Values = Readonly<Record<string, string | number>>

/** A piece of a mail, in order; `html` and `text` show the same pieces. */
export type MailPart =
  | { readonly part: "paragraph"; readonly says: MessageId; readonly with: Values }
  /** A code on a line of its own, large. */
  | { readonly part: "code"; readonly says: MessageId; readonly with: Values }
  /** A button, and below it the address to copy. */
  | { readonly part: "link"; readonly says: MessageId; readonly to: string }

const paragraph = (says: MessageId, values: Values = {}): MailPart => ({ part: "paragraph", says, with: values })
const link = (says: MessageId, to: string): MailPart => ({ part: "link", says, to })

const notMeParts = (
  { code, days, link: to, page }: Pick<NotMeParams, "code" | "days" | "link" | "page">,
  what: "mail.not-me.do" | "mail.logon-made.do" = "mail.not-me.do"
): ReadonlyArray<MailPart> => [
  paragraph(what, { days }),
  link("mail.not-me.link", to),
  paragraph("mail.not-me.code", { page, code })
]

/** What each mail is made of. `contacts` are the rule set's phone numbers. */
export const mailParts: {
  readonly [K in MailKind]: (params: MailParams[K], contacts: { readonly phone: string }) => ReadonlyArray<MailPart>
} = {
  receipt: (params, { phone }) => [
    paragraph("mail.receipt.received", params),
    paragraph("mail.receipt.next"),
    paragraph("mail.not-you", { phone })
  ],
  approved: ({ hours, link: to, ...params }) => [
    paragraph("mail.approved.congratulations", params),
    paragraph("mail.approved.how"),
    link("mail.approved.link", to),
    paragraph("mail.approved.once", { hours }),
    paragraph("mail.approved.two-step")
  ],
  activation: ({ hours, link: to, name }) => [
    paragraph("mail.activation.how", { name }),
    link("mail.approved.link", to),
    paragraph("mail.approved.once", { hours }),
    paragraph("mail.approved.two-step")
  ],
  referred: (params) => [paragraph("mail.referred.call", params)],
  denied: (params) => [paragraph("mail.denied.call", params)],
  "security-code": ({ code, minutes }) => [
    { part: "code", says: "mail.security-code.code", with: { code } },
    paragraph("mail.security-code.care", { minutes })
  ],
  "new-device": (params, { phone }) => [
    paragraph("mail.new-device.opened", { ...params }),
    paragraph("mail.new-device.do", { phone })
  ],
  expired: (params) => [paragraph("mail.expired.gone", params), paragraph("mail.expired.again")],
  "profile-changed": ({ at, name, part, ...notMe }) => [
    paragraph("mail.profile-changed.what", { name, part, at }),
    paragraph("mail.profile-changed.do"),
    ...notMeParts(notMe)
  ],
  "logon-made": ({ at, name, ...notMe }) => [
    paragraph("mail.logon-made.what", { name, at }),
    paragraph("mail.profile-changed.do"),
    ...notMeParts(notMe, "mail.logon-made.do")
  ],
  "email-link": ({ hours, link: to, name }) => [
    paragraph("mail.email-link.how", { name }),
    link("mail.email-link.link", to),
    paragraph("mail.email-link.once", { hours })
  ],
  "username-reminder": (params) => [
    paragraph("mail.username-reminder.name", params),
    paragraph("mail.username-reminder.ignore")
  ],
  "password-link": ({ link: to, minutes, name }) => [
    paragraph("mail.password-link.how", { name }),
    link("mail.password-link.link", to),
    paragraph("mail.password-link.once", { minutes }),
    paragraph("mail.password-link.lost"),
    paragraph("mail.password-link.ignore")
  ],
  frozen: (params, { phone }) => [paragraph("mail.frozen.closed", params), paragraph("mail.frozen.next", { phone })],
  "email-corrected": (_, { phone }) => [
    paragraph("mail.email-corrected.changed"),
    paragraph("mail.not-you", { phone })
  ],
  "two-step-added": ({ at, name, ...notMe }) => [
    paragraph("mail.two-step-added.changed", { name, at }),
    paragraph("mail.security-changed.others"),
    paragraph("mail.profile-changed.do"),
    ...notMeParts(notMe)
  ],
  "two-step-removed": ({ at, name, ...notMe }) => [
    paragraph("mail.two-step-removed.changed", { name, at }),
    paragraph("mail.security-changed.others"),
    paragraph("mail.profile-changed.do"),
    ...notMeParts(notMe)
  ],
  "recovery-codes-made": ({ at, name, ...notMe }) => [
    paragraph("mail.recovery-codes-made.changed", { name, at }),
    paragraph("mail.profile-changed.do"),
    ...notMeParts(notMe)
  ],
  "recovery-code-used": (params, { phone }) => [
    paragraph("mail.recovery-code-used.changed", params),
    paragraph("mail.security-changed.do", { phone })
  ],
  "device-token-reused": (params, { phone }) => [
    paragraph("mail.device-token-reused.changed", params),
    paragraph("mail.security-changed.do", { phone })
  ],
  "password-closed": (params, { phone }) => [
    paragraph("mail.password-closed.changed", params),
    paragraph("mail.security-changed.do", { phone })
  ]
}
