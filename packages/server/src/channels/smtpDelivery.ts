import { DateTime, Effect, Redacted } from "effect"
import { createTransport } from "nodemailer"
import { errorCode } from "../errorCode.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { MailNotSent } from "./Mailer.ts"
import type { MailDelivery } from "./Mailer.ts"

/** Milliseconds that a relay may take to answer. */
const patience = 10_000

const isThisMachine = (hostname: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(hostname)

const notSent = (error: unknown): MailNotSent => {
  const code = errorCode(error) || "unknown"
  const answer = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : undefined
  return new MailNotSent({ code: String(answer ?? code), isFinal: (answer ?? 0) >= 500 && code !== "EAUTH" })
}

/**
 * Mails through the relay of `SMTP_URL`, over a few connections that are kept.
 *
 * **Gotchas**
 *
 * Addresses go as `{name, address}` only and nothing of a mail is a file or a URL, so that no text of a person is read as
 * a header, an address list or a path.
 */
export const smtpDelivery = (smtpUrl: Redacted.Redacted) =>
  Effect.gen(function* () {
    const { mailFrom, publicBaseUrl } = yield* ServerConfig
    const { hostname } = new URL(publicBaseUrl)
    const relay = new URL(Redacted.value(smtpUrl))
    const transport = yield* Effect.acquireRelease(
      Effect.sync(() =>
        createTransport({
          pool: true,
          maxConnections: 4,
          host: relay.hostname.replaceAll(/[[\]]/g, ""),
          port: Number(relay.port) || (relay.protocol === "smtps:" ? 465 : 587),
          secure: relay.protocol === "smtps:",
          // Links and codes never travel in clear; a relay on this machine is this machine.
          requireTLS: relay.protocol === "smtp:" && !isThisMachine(relay.hostname),
          ...(relay.username === ""
            ? {}
            : { auth: { user: decodeURIComponent(relay.username), pass: decodeURIComponent(relay.password) } }),
          connectionTimeout: patience,
          greetingTimeout: patience,
          socketTimeout: patience,
          dnsTimeout: patience,
          disableFileAccess: true,
          disableUrlAccess: true
        })
      ),
      (opened) => Effect.sync(() => opened.close())
    )
    const deliver: MailDelivery = ({ at, id, locale, rendered, to }) =>
      Effect.tryPromise({
        try: () =>
          transport.sendMail({
            from: { name: "MassTaxConnect", address: mailFrom },
            to: { name: to.name, address: to.address },
            subject: rendered.subject,
            date: DateTime.toDateUtc(at),
            text: rendered.text,
            html: rendered.html,
            messageId: `<${id}@${hostname}>`,
            headers: { "Auto-Submitted": "auto-generated", "Content-Language": locale }
          }),
        catch: notSent
      }).pipe(Effect.asVoid)
    return deliver
  })
