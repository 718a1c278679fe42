import { Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { randomLetterId } from "../secrets/randomLetterId.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"

/** How often another letter ID is drawn where one is out already: once in ten thousand million it is. */
const mostDraws = 5

/** Keeps the letter that an event speaks of, with a letter ID of the system's randomness, sealed. @rule D-07 */
export const keepLetter = Effect.gen(function* () {
  const digests = yield* Digests
  const sealing = yield* Sealing
  return Effect.fnUntraced(function* (
    tx: Db,
    letter: { readonly taxpayerDigest: string; readonly mailedAt: Date; readonly counted: boolean },
    events: ReadonlyArray<{ readonly _tag: string; readonly letterRowId?: string }>
  ) {
    const id = events.find(({ _tag }) => _tag === "LetterMailed")?.letterRowId
    if (id === undefined) return
    for (let draws = 0; draws < mostDraws; draws++) {
      const letterId = randomLetterId()
      const row = {
        ...letter,
        id,
        letterDigest: digests.of("letter", letterId),
        letterId: sealing.seal({ table: "letter", column: "letter_id", row: id }, letterId),
        kind: "sign-up",
        state: "live"
      } as const
      const kept = yield* query(tx.insert(letters).values(row).onConflictDoNothing().returning({ id: letters.id }))
      if (kept.length > 0) return
    }
    return yield* Effect.die(new Error("No letter ID is free"))
  })
})
