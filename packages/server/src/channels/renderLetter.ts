import { partsOf } from "@mtc-logon/core/notices"
import type { LetterKind, NoticeParams } from "@mtc-logon/core/notices"
import { html } from "hono/html"
import { messageIdOf } from "../say.ts"
import type { Say } from "../say.ts"
import type { MailFrame } from "./renderMail.ts"

/** A letter in words. */
export interface RenderedLetter {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** Letter paper of the country; the address stands where the window of an envelope is. */
const style = {
  page: "@page{size:8.5in 11in;margin:0.75in}",
  body: "margin:0 auto;max-width:7in;font-family:Georgia,'Times New Roman',serif;font-size:12pt;line-height:1.5;color:#000",
  window: "margin:1.25in 0 0.75in;min-height:1in;font-style:normal",
  heading: "font-size:14pt;margin:0 0 12pt",
  code: "font-family:'Courier New',monospace;font-size:16pt;letter-spacing:0.05em",
  foot: "margin-top:24pt;border-top:0.5pt solid #000;padding-top:6pt;font-size:10pt"
}

/**
 * Puts a letter into words: a page that is ready to be printed, and the same as text.
 *
 * **Details**
 *
 * No script, no image, nothing from elsewhere. Everything that a person typed or that is on file is escaped.
 */
export const renderLetter = <K extends LetterKind>(
  kind: K,
  params: NoticeParams<K>,
  to: { readonly lines: ReadonlyArray<string>; readonly date: string },
  say: Say,
  { contacts, locale }: MailFrame
): RenderedLetter => {
  const subject = say(messageIdOf(`letter.${kind.slice(0, -"-letter".length)}.subject`))
  const parts = partsOf(kind, params, contacts).map((each) => ({
    part: each.part,
    words: each.part === "link" ? each.to : say(each.says, each.with)
  }))
  const foot = say("letter.foot", { phone: contacts.phone, tollFree: contacts.tollFree, hours: say(contacts.hours) })
  const page = html`<!doctype html>
    <html lang="${locale}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
        <style>
          ${style.page}
        </style>
      </head>
      <body style="${style.body}">
        <address style="${style.window}">${to.lines.map((line) => html`${line}<br />`)}</address>
        <main>
          <p>${say("letter.date", { date: to.date })}</p>
          <h1 style="${style.heading}">${subject}</h1>
          ${parts.map(({ part, words }) =>
            part === "code" ? html`<p style="${style.code}">${words}</p> ` : html`<p>${words}</p> `
          )}
        </main>
        <footer style="${style.foot}">${foot}</footer>
      </body>
    </html> `
  return {
    subject,
    html: String(page),
    text: [to.lines.join("\n"), to.date, subject, ...parts.map(({ words }) => words), "--", foot].join("\n\n") + "\n"
  }
}
