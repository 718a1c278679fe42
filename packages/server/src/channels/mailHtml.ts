import { html } from "hono/html"
import type { Say } from "../say.ts"
import type { MailPart } from "./mailParts.ts"
import type { MailBody } from "./mailText.ts"

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

const htmlOf = (part: MailPart, say: Say) => {
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

/** A mail as HTML, whole; values are escaped by `html`. */
export const mailHtml = ({ foot, locale, parts, preheader, say, subject }: MailBody): string =>
  String(
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
