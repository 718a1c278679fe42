import { LogonRequestError } from "@mtc-logon/core/logon-request"
import type { LogonRequestKey } from "@mtc-logon/core/logon-request"
import { and, eq } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { forChange, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { isDraftId, livingDraft } from "../database/livingDraft.ts"
import { logonRequestDraftTable as drafts } from "../database/logonRequestTable.ts"
import type { Digests } from "../secrets/Digests.ts"

const notFound = () => new LogonRequestError({ reason: { _tag: "NotFound" } })

/**
 * The row that a key opens: its request exists, the token is its own, and its time is not over.
 *
 * **Gotchas**
 *
 * A request that was cancelled, or another's, is not there: all three are told alike.
 */
export const findDraftRow = Effect.fnUntraced(function* (
  db: Db,
  digests: Digests["Service"],
  { id, token }: LogonRequestKey,
  now: DateTime.Utc,
  lock: "lock" | "look"
) {
  if (!isDraftId(id)) return yield* notFound()
  const select = db
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), livingDraft(DateTime.toDateUtc(now))))
  const [row] = yield* query(lock === "lock" ? select.for(forChange) : select)
  const isTheirs = row !== undefined && digests.allOf("token", token).includes(row.tokenDigest)
  return isTheirs ? row : yield* notFound()
})
