import type { MessageId } from "@mtc-logon/core/wording"
import type { Say } from "../say.ts"
import { mailHtml } from "./mailHtml.ts"
import type { MailKind, MailParams } from "./MailKind.ts"
import { mailParts } from "./mailParts.ts"
import { mailText } from "./mailText.ts"

/** What stands around every mail. */
export interface MailFrame {
  /** BCP 47. */
  readonly locale: string
  /** Of the rule set in force: phone numbers as they are said, hours as a sentence of the wording. */
  readonly contacts: { readonly phone: string; readonly tollFree: string; readonly hours: MessageId }
}

/** A mail in words. Subject and preheader are one line each. */
export interface RenderedMail {
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
}

/**
 * Puts a mail into words, as HTML and as text.
 *
 * **Details**
 *
 * No image, no script, no tracking; styles are inlined. Everything that a person typed is escaped; the subject holds nothing
 * of it, and no code.
 */
export const renderMail = <K extends MailKind>(
  kind: K,
  params: MailParams[K],
  say: Say,
  { contacts, locale }: MailFrame
): RenderedMail => {
  const parts = mailParts[kind](params, contacts)
  const subject = say(`mail.${kind}.subject`)
  const preheader = say(`mail.${kind}.preheader`, { ...params })
  const foot = [
    say("mail.contact", { phone: contacts.phone, tollFree: contacts.tollFree, hours: say(contacts.hours) }),
    say("mail.never-asked"),
    say("mail.why")
  ]
  const mail = { subject, preheader, parts, foot, locale, say }
  return { subject, preheader, html: mailHtml(mail), text: mailText(mail) }
}
