import { partsOf } from "@mtc-logon/core/notices"
import type { MailKind, NoticeParams, NoticePart } from "@mtc-logon/core/notices"
import type { MessageId } from "@mtc-logon/core/wording"
import { html } from "hono/html"
import type { Say } from "../say.ts"

/** What stands around every mail and letter. */
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

/** Text 16 px and more; each pair of colours has a contrast of 7 to 1 at least. */
const style = {
  body: "margin:0;padding:24px 16px;background:#ffffff;color:#141414;font:16px/1.5 'Noto Sans',Helvetica,Arial,sans-serif",
  main: "max-width:600px;margin:0 auto",
  brand: "margin:0 0 24px;font-size:16px;font-weight:bold;color:#14558f",
  heading: "margin:0 0 16px;font-size:24px;line-height:1.25;color:#141414",
  paragraph: "margin:0 0 16px",
  code: "margin:0 0 16px;font-size:24px;font-weight:bold",
  button:
    "display:inline-block;padding:12px 24px;background:#14558f;color:#ffffff;font-weight:bold;text-decoration:underline;border-radius:4px",
  address: "margin:0 0 16px;word-break:break-all",
  foot: "margin:24px 0 0;padding:16px 0 0;border-top:1px solid #535353;font-size:16px;color:#3d3d3d",
  hidden: "display:none;max-height:0;overflow:hidden"
}

const htmlOf = (part: NoticePart, say: Say) => {
  switch (part.part) {
    case "paragraph":
      return html`<p style="${style.paragraph}">${say(part.says, part.with)}</p> `
    case "code":
      return html`<p style="${style.code}">${say(part.says, part.with)}</p> `
    case "link":
      return html`<p style="${style.paragraph}"><a href="${part.to}" style="${style.button}">${say(part.says)}</a></p>
        <p style="${style.paragraph}">${say("mail.paste-link")}</p>
        <p style="${style.address}"><a href="${part.to}" style="color:#14558f">${part.to}</a></p> `
  }
}

const textOf = (part: NoticePart, say: Say): string =>
  part.part === "link" ? `${say(part.says)}\n${part.to}` : say(part.says, part.with)

/**
 * Puts a mail into words, as HTML and as text: one paragraph a piece, each link's address below its words.
 *
 * **Details**
 *
 * No image, no script, no tracking; styles are inlined. Everything that a person typed is escaped; the subject holds nothing
 * of it, and no code.
 */
export const renderMail = <K extends MailKind>(
  kind: K,
  params: NoticeParams<K>,
  say: Say,
  { contacts, locale }: MailFrame
): RenderedMail => {
  const parts = partsOf(kind, params, contacts)
  const subject = say(`mail.${kind}.subject`)
  const values: object = params
  const preheader = say(`mail.${kind}.preheader`, { ...values })
  const foot = [
    say("mail.contact", { phone: contacts.phone, tollFree: contacts.tollFree, hours: say(contacts.hours) }),
    say("mail.never-asked"),
    say("mail.why")
  ]
  const page = String(
    html`<!doctype html>
      <html lang="${locale}" dir="ltr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${subject}</title>
        </head>
        <body style="${style.body}">
          <div style="${style.hidden}">${preheader}</div>
          <div style="${style.main}">
            <p style="${style.brand}">MassTaxConnect</p>
            <main>
              <h1 style="${style.heading}">${subject}</h1>
              ${parts.map((part) => htmlOf(part, say))}
            </main>
            <footer style="${style.foot}">
              ${foot.map((each) => html`<p style="${style.paragraph}">${each}</p> `)}
            </footer>
          </div>
        </body>
      </html> `
  )
  const text = [subject, ...parts.map((part) => textOf(part, say)), "--", ...foot].join("\n\n").concat("\n")
  return { subject, preheader, html: page, text }
}
