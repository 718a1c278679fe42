import { Context, Data } from "effect"
import type { DateTime, Effect } from "effect"
import type { RenderedMail } from "./renderMail.ts"

/** One mail to one person. */
export interface Mail {
  /** Id of the notice: a mail that is sent twice has one Message-ID, and is shown once. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly locale: string
  /** When what it tells of has happened: its `Date`. */
  readonly at: DateTime.Utc
  readonly rendered: RenderedMail
}

/** The mail did not go out. `isFinal`: the address does not take it, and would not later. */
export class MailNotSent extends Data.TaggedError("MailNotSent")<{
  /** SMTP's answer code, `550`, or the system's, `ETIMEDOUT`. */
  readonly code: string
  readonly isFinal: boolean
}> {}

/** A way that mails go: a relay, the development inbox. */
export type MailDelivery = (mail: Mail) => Effect.Effect<void, MailNotSent>

/** Sends mails. */
export class Mailer extends Context.Service<Mailer, { readonly send: MailDelivery }>()("server/channels/Mailer") {}
