import type { DateTime, Redacted } from "effect"
import { Effect } from "effect"
import { Logons } from "./Logons.ts"

/** The logon of a session: it is there, since no logon is ever taken away. */
export const findLogon = Effect.fnUntraced(function* (
  id: string,
  now: DateTime.Utc,
  shown?: ReadonlyArray<Redacted.Redacted>
) {
  const logon = yield* (yield* Logons).find({ id }, now, shown)
  return logon ?? (yield* Effect.die(new Error("A session of no logon")))
})
