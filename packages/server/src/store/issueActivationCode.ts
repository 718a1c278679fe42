import { and, eq } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { activationCodeTable as codes } from "../database/activationCodeTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { Ids } from "../secrets/Ids.ts"

/** Makes the code that an `ActivationCodeIssued` among the events speaks of, and kills the one before it. @rule D-13 */
export const issueActivationCode = Effect.map(Ids, (ids) =>
  Effect.fnUntraced(function* (
    tx: Db,
    change: {
      readonly logonId: string
      readonly logonRequestId: string
      readonly events: ReadonlyArray<
        { readonly _tag: string } | { readonly _tag: string; readonly expiresAt: DateTime.Utc }
      >
      readonly now: DateTime.Utc
    }
  ) {
    const issued = change.events.find((event) => event._tag === "ActivationCodeIssued")
    if (issued === undefined || !("expiresAt" in issued)) return
    yield* query(
      tx
        .update(codes)
        .set({ state: "superseded" })
        .where(and(eq(codes.logonId, change.logonId), eq(codes.state, "open")))
    )
    yield* query(
      tx.insert(codes).values({
        id: ids.make("activation-code"),
        logonId: change.logonId,
        logonRequestId: change.logonRequestId,
        state: "open",
        createdAt: DateTime.toDateUtc(change.now),
        expiresAt: DateTime.toDateUtc(issued.expiresAt)
      })
    )
  })
)
