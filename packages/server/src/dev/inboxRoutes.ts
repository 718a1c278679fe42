import { Hono } from "hono"
import type { HttpEnv } from "../http/HttpEnv.ts"
import type { DevInbox } from "./DevInbox.ts"
import { inboxPage } from "./inboxPage.ts"
import { inboxScript } from "./inboxScript.ts"
import { inboxStyle } from "./inboxStyle.ts"

const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A mail has inline styles and no script; its links open a page of their own. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

const opensElsewhere = '<base target="_blank" rel="noopener" />'

/** `GET /dev/inbox?channel=&message=`: the inbox, or one of its channels; `GET /dev/inbox/messages/<id>`: a mail as a mail program shows it. */
export const inboxRoutes = (inbox: DevInbox) =>
  new Hono<HttpEnv>()
    .get("/inbox", (c) => {
      const channel = (["email", "sms", "post"] as const).find((each) => each === c.req.query("channel"))
      const all = inbox.list(c.req.query("to"))
      const messages = channel === undefined ? all : all.filter((message) => message.channel === channel)
      // Mails first: the newest message is often a letter, and whoever comes here mostly wants a link or a code.
      const first = messages.find((message) => message.channel === "email") ?? messages[0]
      const chosen = inbox.find(c.req.query("message") ?? "") ?? first
      return c.html(inboxPage(messages, chosen, channel), 200, { "content-security-policy": pagePolicy })
    })
    .get("/inbox/messages/:id", (c) => {
      const message = inbox.find(c.req.param("id"))
      if (message === undefined) return c.notFound()
      return c.html(message.html.replace("<head>", `<head>${opensElsewhere}`), 200, {
        "content-security-policy": mailPolicy
      })
    })
    .get("/inbox.js", (c) => c.body(inboxScript, 200, { "content-type": "text/javascript" }))
    .get("/inbox.css", (c) => c.body(inboxStyle, 200, { "content-type": "text/css" }))
