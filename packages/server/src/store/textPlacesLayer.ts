import { TextPlaces, TwoStepError } from "@mtc-logon/core/two-step"
import { Effect, Layer } from "effect"
import { RateLimits } from "../limits/RateLimits.ts"
import { ServerConfig } from "../ServerConfig.ts"

/**
 * Counts the text messages of a day, of the whole server.
 *
 * **Details**
 *
 * Whoever takes the last place writes one line to the log: operators are told once a day, not once a refusal.
 */
export const textPlacesLayer = Layer.effect(
  TextPlaces,
  Effect.gen(function* () {
    const { smsMaxPerDay } = yield* ServerConfig
    const { giveBack, use } = yield* RateLimits
    const limit = { name: "texts", uses: smsMaxPerDay, window: "1 day" } as const
    return TextPlaces.of({
      take: Effect.gen(function* () {
        const place = yield* use(limit, "house")
        if (!place.allowed) return yield* new TwoStepError({ reason: { _tag: "TextsUsedUp", retryAt: place.retryAt } })
        if (place.left === 0) {
          yield* Effect.logWarning("The daily limit for text messages is reached").pipe(
            Effect.annotateLogs({ smsMaxPerDay })
          )
        }
      }),
      giveBack: giveBack(limit, "house")
    })
  })
)
