import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { endCodes } from "../logon/endLogOns.ts"
import type { Logon } from "../logon/Logon.ts"
import { Logons } from "../logon/Logons.ts"
import { workingMethods } from "../two-step/methodsOf.ts"
import { Passkeys } from "../two-step/Passkeys.ts"
import { hasSecondProof } from "./confirmSecondProof.ts"
import { decideReset } from "./decideReset.ts"
import { findLink } from "./findLink.ts"
import { RecoveryError } from "./RecoveryError.ts"
import type { RecoveryQuestionView } from "./RecoveryQuestionView.ts"

/** Returns the second proof for a link: the secret question if the rule set asks one, or a two-step method. @rule D-47 */
export const proofOf = (logon: Logon, { policy }: RuleSetInForce) => {
  const asksQuestion = policy.logon.secretQuestions.length > 0
  if (asksQuestion && logon.secretAnswerHash !== null) return "secret-question" as const
  return hasSecondProof(logon) ? ("code" as const) : ("none" as const)
}

/** Makes a challenge that is good for this link alone and kills the ones before it: what the browser is asked; null: no passkey works. */
const beginPasskey = Effect.fnUntraced(function* (
  found: Logon,
  linkId: string,
  expiresAt: DateTime.Utc,
  now: DateTime.Utc
) {
  if (workingMethods(found, "passkey").length === 0) return null
  const asked = yield* (yield* Logons).change(found, now, (logon, keys) => {
    const passkeys = workingMethods(logon, "passkey")
    const [first] = passkeys
    if (first === undefined) return { next: logon, events: [], answer: Result.succeed(null) }
    const id = keys.makeId("security-code")
    const { codes } = endCodes(logon, ({ purpose }) => purpose === "recovery")
    const challenge = { id, methodId: first.id, purpose: "recovery", sessionId: linkId, targetDigest: "" } as const
    const code = { ...challenge, state: "open", failures: 0, sentAt: now, expiresAt, confirmedAt: null } as const
    const answer = {
      purpose: "log-in" as const,
      challengeId: id,
      passkeys,
      logonId: logon.id,
      username: logon.username
    }
    return { next: { ...logon, codes: [...codes, code] }, events: [], answer: Result.succeed(answer) }
  })
  const timeoutMs = DateTime.toEpochMillis(expiresAt) - DateTime.toEpochMillis(now)
  return asked === null ? null : yield* (yield* Passkeys).options({ ...asked, timeoutMs })
})

/**
 * Returns the second proof to anyone with a valid link. It does not use up the link. Fails with `LinkRefused`.
 *
 * **Details**
 *
 * The second proof is the secret question or a two-step method. For a logon with a passkey, it includes a challenge to sign, which
 * is new for each call.
 */
export const findRecoveryQuestion = Effect.fn("findRecoveryQuestion")(function* (link: Redacted.Redacted) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const facts = yield* findLink(link, now)
  if (facts === null) return yield* new RecoveryError({ reason: { _tag: "LinkRefused" } })
  const { answer } = decideReset(facts, "unseen", [], rules, now)
  if (Result.isFailure(answer)) return yield* new RecoveryError({ reason: answer.failure })
  const { found } = facts
  const proof = proofOf(found, rules)
  const until = DateTime.add(now, { minutes: rules.policy.twoStep.passkey.lifetimeMinutes })
  const options = proof === "code" ? yield* beginPasskey(found, facts.link.id, until, now) : null
  return {
    proof,
    ...(options !== null && { options }),
    ...(proof === "secret-question" && { question: found.secretQuestion }),
    username: found.username
  } satisfies RecoveryQuestionView
})
