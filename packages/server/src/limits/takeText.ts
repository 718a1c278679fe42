import { TwoStepError } from "@mtc-logon/core/two-step"
import { Effect } from "effect"
import type { Db } from "../database/Database.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { RateLimits } from "./RateLimits.ts"

/**
 * Takes the place of one text message in the day of the whole house; fails with `TextsUsedUp` where none is left.
 *
 * **Details**
 *
 * Whoever takes the last place writes one line to the log: operators are told once a day, not once a refusal.
 */
export const takeText = Effect.gen(function* () {
  const { smsMaxPerDay } = yield* ServerConfig
  const { useIn } = yield* RateLimits
  const limit = { name: "texts", uses: smsMaxPerDay, window: "1 day" } as const
  return Effect.fnUntraced(function* (tx: Db) {
    const place = yield* useIn(tx, limit, "house")
    if (!place.allowed) return yield* new TwoStepError({ reason: { _tag: "TextsUsedUp", retryAt: place.retryAt } })
    if (place.left === 0) {
      yield* Effect.logWarning("The daily limit for text messages is reached").pipe(
        Effect.annotateLogs({ smsMaxPerDay })
      )
    }
  })
})
