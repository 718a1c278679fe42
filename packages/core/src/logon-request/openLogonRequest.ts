import { DateTime, Effect } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { draftExpiresAt } from "./draftExpiresAt.ts"
import { HouseSettings } from "./HouseSettings.ts"
import { LogonRequests } from "./LogonRequests.ts"
import { logonRequestToView } from "./logonRequestToView.ts"

/**
 * Opens a draft, pinned to the rule set that is in force.
 *
 * **Details**
 *
 * It returns the bearer token this once: the store keeps only a digest of it. The caller checks first whether the partner is
 * allowed to open a request (`isAllowedOrigin`).
 */
export const openLogonRequest = Effect.fn("openLogonRequest")(function* (origin: {
  readonly partnerId: string | null
  readonly locale: string
  readonly reference: string | null
}) {
  const now = yield* DateTime.now
  const { pin, policy } = yield* (yield* RuleSets).inForce(now)
  const draft = {
    status: "draft",
    ...origin,
    ruleSet: pin,
    answers: {},
    proof: null,
    openedAt: now,
    lastSeenAt: now,
    expiresAt: draftExpiresAt(now, now, policy.retention)
  } as const
  const key = yield* (yield* LogonRequests).open(draft, [{ _tag: "LogonRequestOpened", partnerId: origin.partnerId }])
  return { key, view: logonRequestToView({ id: key.id, ...draft }, policy, yield* HouseSettings, now) }
})
