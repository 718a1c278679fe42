import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import type { KeptLogon } from "../profile/Profiles.ts"
import { decideReset } from "./decideReset.ts"
import { Recoveries } from "./Recoveries.ts"
import { RecoveryError } from "./RecoveryError.ts"
import type { RecoveryQuestionView } from "./RecoveryQuestionView.ts"
import { SecondProofs } from "./SecondProofs.ts"

/** What is asked besides the link: the secret question where the rule set asks one, else what two-step verification has. @rule D-47 */
export const proofOf = Effect.fnUntraced(function* (
  found: { readonly logon: KeptLogon; readonly secretAnswerHash: Redacted.Redacted | null },
  { policy }: RuleSetInForce
) {
  const asksQuestion = policy.logon.secretQuestions.length > 0
  if (asksQuestion && found.secretAnswerHash !== null) return "secret-question" as const
  return (yield* (yield* SecondProofs).has(found.logon.logonId)) ? ("code" as const) : ("none" as const)
})

/**
 * What proves besides the link, to whoever holds one that is good; the link is not used by that. Fails with `LinkRefused`.
 *
 * **Details**
 *
 * The secret question, or what two-step verification has; of a logon with a passkey also what it is to sign, which is made
 * anew at each call.
 */
export const findRecoveryQuestion = Effect.fn("findRecoveryQuestion")(function* (link: Redacted.Redacted) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const found = yield* (yield* Recoveries).find(link, now)
  if (found === null) return yield* new RecoveryError({ reason: { _tag: "LinkRefused" } })
  const { answer } = decideReset(found, "unseen", [], rules, now)
  if (Result.isFailure(answer)) return yield* new RecoveryError({ reason: answer.failure })
  const proof = yield* proofOf(found, rules)
  const asked = { logonId: found.logon.logonId, recoveryId: found.link.id }
  const until = DateTime.add(now, { minutes: rules.policy.twoStep.passkey.lifetimeMinutes })
  const options = proof === "code" ? yield* (yield* SecondProofs).beginPasskey(asked, now, until) : null
  return {
    proof,
    ...(options !== null && { options }),
    ...(proof === "secret-question" && { question: found.logon.secretQuestion }),
    username: found.logon.username
  } satisfies RecoveryQuestionView
})
