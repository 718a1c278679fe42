import { mailboxKey } from "@mtc-logon/core/contact"
import { contactIssue, LogonRequestError } from "@mtc-logon/core/logon-request"
import type { Contact, LogonRequests } from "@mtc-logon/core/logon-request"
import { Context, Effect, Layer } from "effect"
import type { Db } from "../database/Database.ts"
import { houseLimits } from "../limits/houseLimits.ts"
import { RateLimits } from "../limits/RateLimits.ts"
import { ServerConfig } from "../ServerConfig.ts"

const make = Effect.gen(function* () {
  const { ask, askIn, useIn } = yield* RateLimits
  const { logonsPerEmail, logonsPerPhone } = houseLimits(yield* ServerConfig)

  /** Each part with the bucket that it is counted in. */
  const placesOf = ({ email, phoneNumber }: Partial<Contact>) => [
    ...(email === undefined ? [] : [["email", logonsPerEmail, mailboxKey(email)] as const]),
    ...(phoneNumber === undefined ? [] : [["phoneNumber", logonsPerPhone, phoneNumber] as const])
  ]

  return {
    /** The parts whose places are taken, for the step that asks for them. */
    contactsUsedUp: Effect.fnUntraced(function* (contact: Contact) {
      const places = placesOf(contact)
      const answers = yield* Effect.forEach(places, ([, limit, whose]) => ask(limit, whose))
      return places.filter((_, at) => answers[at]?.allowed === false).map(([part]) => part)
    }) satisfies LogonRequests["Service"]["contactsUsedUp"],

    /** A submit: told at the field of the profile. */
    askForLogon: Effect.fnUntraced(function* (tx: Db, contact: Contact) {
      for (const [part, limit, whose] of placesOf(contact)) {
        if ((yield* askIn(tx, limit, whose)).allowed) continue
        const reason = { _tag: "Issues", step: "profile", issues: [contactIssue(part)] } as const
        return yield* new LogonRequestError({ reason })
      }
    }),

    /** A correction of the address: told when to come again. */
    askForAddress: Effect.fnUntraced(function* (tx: Db, email: string) {
      for (const [, limit, whose] of placesOf({ email })) {
        const place = yield* askIn(tx, limit, whose)
        if (!place.allowed) {
          return yield* new LogonRequestError({ reason: { _tag: "TooManyRequests", retryAt: place.retryAt } })
        }
      }
    }),

    /** A first log-in: takes a place for each. */
    count: Effect.fnUntraced(function* (tx: Db, contact: Contact) {
      for (const [, limit, whose] of placesOf(contact)) yield* useIn(tx, limit, whose)
    })
  }
})

/**
 * How many logons one mailbox and one phone may have in a while.
 *
 * **Details**
 *
 * A logon counts when it is activated, and is never refused then: so that nobody uses up the places of somebody else's mailbox
 * by typing it. All that is asked for before is refused once the places are taken.
 *
 * @rule D-63
 */
export class LogonLimits extends Context.Service<LogonLimits, Effect.Success<typeof make>>()(
  "server/store/LogonLimits"
) {}

export const logonLimitsLayer = Layer.effect(LogonLimits, make)
