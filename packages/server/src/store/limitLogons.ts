import { mailboxKey } from "@mtc-logon/core/contact"
import { LogonRequestError } from "@mtc-logon/core/logon-request"
import { Effect } from "effect"
import type { Db } from "../database/Database.ts"
import { houseLimits } from "../limits/houseLimits.ts"
import { RateLimits } from "../limits/RateLimits.ts"
import { ServerConfig } from "../ServerConfig.ts"

/** The part of a profile that is counted. */
interface Contact {
  readonly email: string
  /** E.164, as it is kept. */
  readonly phoneNumber?: string
}

/**
 * How many logons one mailbox and one phone may have in a while: `ask` fails with when to come again, `count` takes a place.
 *
 * **Details**
 *
 * A logon counts when it is activated, and is never refused then: so that nobody uses up the places of somebody else's mailbox
 * by typing it. All that is asked for before is refused once the places are taken.
 *
 * @rule D-63
 */
export const limitLogons = Effect.gen(function* () {
  const { askIn, useIn } = yield* RateLimits
  const { logonsPerEmail, logonsPerPhone } = houseLimits(yield* ServerConfig)

  const placesOf = ({ email, phoneNumber }: Contact) => [
    [logonsPerEmail, mailboxKey(email)] as const,
    ...(phoneNumber === undefined ? [] : [[logonsPerPhone, phoneNumber] as const])
  ]

  const ask = Effect.fnUntraced(function* (tx: Db, contact: Contact) {
    for (const [limit, whose] of placesOf(contact)) {
      const place = yield* askIn(tx, limit, whose)
      if (!place.allowed) {
        return yield* new LogonRequestError({ reason: { _tag: "TooManyRequests", retryAt: place.retryAt } })
      }
    }
  })

  const count = Effect.fnUntraced(function* (tx: Db, contact: Contact) {
    for (const [limit, whose] of placesOf(contact)) yield* useIn(tx, limit, whose)
  })

  return { ask, count }
})
