import { TextNotSent } from "@mtc-logon/core/notices"
import type { TextMessage } from "@mtc-logon/core/notices"
import { Effect, Redacted } from "effect"

/** A way that text messages go: a provider, the development inbox. */
export type TextDelivery = (message: TextMessage) => Effect.Effect<void, TextNotSent>

/** Milliseconds that the provider may take to answer. */
const patience = 10_000

/** What an account at the provider is reached by. */
export interface TwilioAccount {
  /** Base address, without a slash at its end. */
  readonly url: string
  readonly accountSid: Redacted.Redacted
  readonly authToken: Redacted.Redacted
  /** Number that messages come from, E.164. */
  readonly from: string
}

/** The answer code of Twilio's JSON error, `21610` for a number that said STOP; the status where there is none. */
const codeOf = async (response: Response): Promise<string> => {
  const body: unknown = await response.json().catch(() => undefined)
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined
  return typeof code === "number" ? String(code) : String(response.status)
}

/** Too many at once, or the account is at fault: later, or once it is mended, the same message may go. */
const passing = new Set([401, 403, 408, 429])

/**
 * Sends text messages through Twilio's API (`POST .../2010-04-01/Accounts/<sid>/Messages.json`), or one like it.
 *
 * **Details**
 *
 * A 4xx about the message is final, a 429, an error of the account or of the provider is not: the job comes again.
 *
 * **Gotchas**
 *
 * Neither number nor text is in any error: both are the person's.
 */
export const twilioDelivery =
  ({ accountSid, authToken, from, url }: TwilioAccount): TextDelivery =>
  ({ text, to }) =>
    Effect.tryPromise({
      try: async (signal) => {
        const sid = Redacted.value(accountSid)
        const response = await fetch(`${url}/2010-04-01/Accounts/${encodeURIComponent(sid)}/Messages.json`, {
          method: "POST",
          redirect: "error",
          headers: {
            authorization: `Basic ${Buffer.from(`${sid}:${Redacted.value(authToken)}`).toString("base64")}`,
            "content-type": "application/x-www-form-urlencoded"
          },
          body: new URLSearchParams({ To: to, From: from, Body: Redacted.value(text) }).toString(),
          signal: AbortSignal.any([signal, AbortSignal.timeout(patience)])
        })
        if (response.ok) return undefined
        const isFinal = response.status < 500 && !passing.has(response.status)
        return new TextNotSent({ code: await codeOf(response), isFinal })
      },
      catch: () => new TextNotSent({ code: "unreachable", isFinal: false })
    }).pipe(Effect.flatMap((refused) => (refused === undefined ? Effect.void : Effect.fail(refused))))
