import { Effect } from "effect"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { RateLimits } from "../../limits/RateLimits.ts"

/** Counts a refusal of a key that decides on record, and warns in the log, once an hour, where there are very many. */
export const countRefusal = Effect.fnUntraced(function* (
  { refusals, refusalsTold }: ReturnType<typeof houseLimits>,
  key: string
) {
  const { use } = yield* RateLimits
  if ((yield* use(refusals, key)).allowed || !(yield* use(refusalsTold, key)).allowed) return
  yield* Effect.logWarning("An API key has many refused decisions on record").pipe(
    Effect.annotateLogs({ apiKeyId: key, inAnHour: refusals.uses })
  )
})
