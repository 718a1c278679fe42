import { DateTime, Effect } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { methodsOf } from "../two-step/methodsOf.ts"
import { methodsInUse, methodToView } from "./methodToView.ts"
import type { KeptSession } from "./Sessions.ts"
import type { CurrentSessionView } from "./SessionView.ts"

/** Returns the state of a session and its idle and total ends. A page must warn before the earlier of the two. @rule D-48 */
export const viewSession = Effect.fn("viewSession")(function* (session: KeptSession, lastSeenAt: DateTime.Utc) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const { idleMinutes, passwordAgainMinutes, warnSeconds } = policy.session
  const ends = {
    idleEndsAt: DateTime.formatIso(DateTime.add(lastSeenAt, { minutes: idleMinutes })),
    expiresAt: DateTime.formatIso(session.expiresAt),
    warnSeconds,
    passwordGoodUntil: DateTime.formatIso(DateTime.add(session.passwordAt, { minutes: passwordAgainMinutes })),
    now: DateTime.formatIso(now)
  }
  if (session.level === "two-step") {
    const view: CurrentSessionView = { status: session.termsPending ? "terms_required" : "logged_in", ...ends }
    return view
  }
  const methods = methodsInUse(methodsOf(yield* findLogon(session.logonId, now), yield* Keys), policy.twoStep.kinds)
  const view: CurrentSessionView =
    methods.length === 0
      ? { status: "two_step_setup_required", ...ends }
      : { status: "security_code_required", methods: methods.map(methodToView), ...ends }
  return view
})
