import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { draftExpiresAt } from "./draftExpiresAt.ts"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"
import type { DraftEndView } from "./logonRequestViewSchema.ts"
import { requireDraft } from "./requireDraft.ts"

/**
 * Moves the idle end of a draft while the person is still typing.
 *
 * **Gotchas**
 *
 * The total end does not move: a draft ends a day after it was opened, even if someone keeps it open.
 *
 * @rule D-42
 */
export const keepLogonRequest = Effect.fn("keepLogonRequest")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  const requests = yield* LogonRequests
  const { openedAt, ruleSet } = yield* requests.find(key, now).pipe(Effect.flatMap(requireDraft))
  const { policy } = yield* (yield* RuleSets).inForce(now, ruleSet)
  const expiresAt = draftExpiresAt(openedAt, now, policy.retention)
  const view: DraftEndView = { expiresAt: DateTime.formatIso(expiresAt), now: DateTime.formatIso(now) }
  return yield* requests.change(key, now, (draft) =>
    Result.succeed({ next: { ...draft, lastSeenAt: now, expiresAt }, events: [], answer: view })
  )
})
