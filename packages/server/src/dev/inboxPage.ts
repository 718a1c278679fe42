import { html } from "hono/html"
import { sayIn } from "../say.ts"
import type { DevChannel, DevMessage } from "./DevInbox.ts"

const say = sayIn("en")

const row = ({ at, channel, id, subject, to }: DevMessage, isChosen: boolean) => html`
  <li>
    <a href="/dev/inbox?channel=${channel}&message=${id}" ${isChosen ? html`aria-current="true"` : ""}>
      <strong>${subject}</strong>
      <span>${to.address}</span>
      <time datetime="${at}">${at.slice(11, 19)}</time>
    </a>
  </li>
`

const body = ({ channel, id, text }: DevMessage) =>
  channel === "sms"
    ? html`<pre>${text}</pre> `
    : html`
        <iframe src="/dev/inbox/messages/${id}" title="${say("dev.inbox.html")}"></iframe>
        <details>
          <summary>${say("dev.inbox.plain")}</summary>
          <pre>${text}</pre>
        </details>
      `

const whole = (message: DevMessage) => html`
  <article aria-labelledby="subject">
    <h2 id="subject">${message.subject}</h2>
    <p>${say("dev.inbox.to", message.to)}</p>
    ${body(message)}
  </article>
`

const channels = ["email", "sms", "post"] as const satisfies ReadonlyArray<DevChannel>

const tab = (channel: DevChannel, isChosen: boolean) => html`
  <li>
    <a href="/dev/inbox?channel=${channel}" ${isChosen ? html`aria-current="page"` : ""}
      >${say(`dev.inbox.channel.${channel}`)}</a
    >
  </li>
`

/** The inbox as a page: the list, and the message that was chosen. */
export const inboxPage = (
  messages: ReadonlyArray<DevMessage>,
  chosen: DevMessage | undefined,
  channel: DevChannel | undefined
): string =>
  String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${say("dev.inbox.title")}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="/dev/inbox.css" />
          <script type="module" src="/dev/inbox.js"></script>
        </head>
        <body>
          <header>
            <h1>${say("dev.inbox.title")}</h1>
            <p>${say("dev.inbox.text")}</p>
            <nav class="channels" aria-label="${say("dev.inbox.channels")}">
              <ul>
                ${channels.map((each) => tab(each, each === channel))}
              </ul>
            </nav>
            <button type="button" id="delete">${say("dev.inbox.delete")}</button>
          </header>
          <main>
            <nav aria-label="${say("dev.inbox.messages")}">
              ${messages.length === 0 ? html`<p>${say("dev.inbox.empty")}</p>` : ""}
              <ul>
                ${messages.map((message) => row(message, message.id === chosen?.id))}
              </ul>
            </nav>
            ${chosen === undefined ? "" : whole(chosen)}
          </main>
        </body>
      </html>`
  )
