import { contactIssue, LogonRequestError } from "@mtc-logon/core/logon-request"
import type { Contact, LogonRequests } from "@mtc-logon/core/logon-request"
import { Effect } from "effect"
import type { Db } from "../database/Database.ts"
import { houseLimits } from "../limits/houseLimits.ts"
import { RateLimits } from "../limits/RateLimits.ts"
import { ServerConfig } from "../ServerConfig.ts"

/**
 * Takes a place for one more logon with this e-mail address and this phone; says which of them is used up.
 *
 * **Details**
 *
 * In the transaction that gives them to the logon: a submit that is refused or repeated takes none, and of ten at once no more
 * are made than the limit says.
 */
export const limitLogons = Effect.gen(function* () {
  const { isUsedUp, useIn } = yield* RateLimits
  const limits = houseLimits(yield* ServerConfig)

  /** Each part with the bucket that it is counted in. */
  const bucketsOf = ({ email, phoneNumber }: Partial<Contact>) => [
    ...(email === undefined ? [] : [["email", limits.logonsPerEmail, email.toLowerCase()] as const]),
    ...(phoneNumber === undefined ? [] : [["phoneNumber", limits.logonsPerPhone, phoneNumber] as const])
  ]

  return {
    /** Asks only. */
    contactsUsedUp: Effect.fnUntraced(function* (contact: Contact) {
      const buckets = bucketsOf(contact)
      const answers = yield* Effect.forEach(buckets, ([, limit, whose]) => isUsedUp(limit, whose))
      return buckets.filter((_, at) => answers[at]).map(([part]) => part)
    }) satisfies LogonRequests["Service"]["contactsUsedUp"],
    /** A submit: told at the field of the profile. */
    takeForLogon: Effect.fnUntraced(function* (tx: Db, contact: Contact) {
      for (const [part, limit, whose] of bucketsOf(contact)) {
        const place = yield* useIn(tx, limit, whose)
        if (place.allowed) continue
        const reason = { _tag: "Issues", step: "profile", issues: [contactIssue(part)] } as const
        return yield* new LogonRequestError({ reason })
      }
    }),
    /** A correction of the address: told when to come again. */
    takeForAddress: Effect.fnUntraced(function* (tx: Db, email: string) {
      for (const [, limit, whose] of bucketsOf({ email })) {
        const place = yield* useIn(tx, limit, whose)
        if (!place.allowed)
          return yield* new LogonRequestError({ reason: { _tag: "TooManyRequests", retryAt: place.retryAt } })
      }
    })
  }
})
