import { DateTime, Effect, Option, Redacted } from "effect"
import { isSecret } from "../engine/explain.ts"
import { logOf } from "../engine/logOf.ts"
import { sealed } from "../engine/Rule.ts"
import type { Knowledge } from "../engine/Rule.ts"
import { canonical } from "../engine/RuleSet.ts"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import { TaxpayerRecords } from "../taxpayer/TaxpayerRecords.ts"
import { VerificationAttempts } from "../verification/VerificationAttempts.ts"
import type { ReservedAttempt } from "../verification/VerificationAttempts.ts"
import { claimKinds } from "../verification/claimKinds.ts"
import type { AttemptKind } from "../verification/claimKinds.ts"
import type { VerificationFacts } from "../verification/verificationFacts.ts"
import type { VerificationClaim } from "../verification/VerificationClaim.ts"
import type { VerificationPolicy } from "../verification/verificationSheet.ts"
import { DecisionLog } from "./DecisionLog.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import type { RuleSetPin } from "../questions/RuleSetPin.ts"

/** Checks whether the owner of a locked number gets a letter: not if they got one a short while ago. @rule D-30 */
const isLockLetterDue = (toldAt: DateTime.Utc | null, now: DateTime.Utc, lockLetterDays: number): boolean =>
  toldAt === null || now.epochMilliseconds >= toldAt.epochMilliseconds + lockLetterDays * 86_400_000

type Limits = VerificationPolicy["verification"]["attempts"]

/**
 * Returns when a locked claim can be tried again: an amount when the window ends for the failure that filled it, never
 * if amounts are closed; a letter after a short wait.
 *
 * @rule D-30 @rule D-61
 */
const retryAtOf = (
  kind: AttemptKind,
  { failures, lastLetterFailureAt, limitReachedSince }: ReservedAttempt,
  { amounts, letters }: Limits
): Option.Option<DateTime.Utc> => {
  const from = (at: DateTime.Utc | null, wait: Parameters<typeof DateTime.add>[1]) =>
    Option.map(Option.fromNullOr(at), (since) => DateTime.add(since, wait))
  if (kind === "letter") return from(lastLetterFailureAt, { minutes: letters.waitMinutes })
  if (failures.amountFailuresInYear >= amounts.maxFailuresPerYear) return Option.none()
  return from(limitReachedSince, { hours: amounts.windowHours })
}

const isLockedBy = ({ verification }: RuleSetInForce["ask"], facts: Knowledge<VerificationFacts>): boolean =>
  verification.evaluate(facts).decision._tag === "Locked"

/**
 * Checks whether the owner of the number gets a notice about a new failure: because it locks amounts (for the window or
 * the year), or because so many wrong letter IDs must come from a machine.
 *
 * @rule D-30 @rule D-61
 */
const isLimitReached = (
  claim: VerificationClaim,
  { failures, isNew }: ReservedAttempt,
  { ask, policy }: Pick<RuleSetInForce, "ask" | "policy">
): boolean => {
  if (claimKinds[claim.kind].counts === "letter")
    return isNew.inWindow && failures.letterFailuresEverywhere + 1 >= policy.verification.attempts.letters.alarmFailures
  const attempts = {
    ...failures,
    amountFailures: failures.amountFailures + Number(isNew.inWindow),
    amountFailuresInYear: failures.amountFailuresInYear + Number(isNew.inYear)
  }
  return isLockedBy(ask, { claim, attempts, record: sealed })
}

/**
 * Decides from what is on file whether a claim proves the taxpayer's identity.
 *
 * **Details**
 *
 * It reserves the attempt, checks the lock, loads, evaluates and logs, and only then returns. The evidence step of a
 * logon request and decisions on record both use it. `network` is the origin of the claim, as HTTP knows it; `askedBy`
 * is the API key of the application; `pinned` is the rule set of a draft.
 *
 * **Gotchas**
 *
 * It does not look up a locked number. A network that waits for its next letter locks nothing for anyone else (I24). It stores a
 * refusal before it returns it, so that a dropped connection does not give a free guess. It calls `evaluate`, not `decide`:
 * `decide` stops at the first refusal, and its duration would reveal which. A reservation counts as a failure until it is
 * settled: `record` settles it in its transaction, and a failed `find` gives it back (D-41). A refusal by a public rule reveals
 * nothing about the record and costs no attempt (D-08).
 *
 * @rule D-09 @rule D-30 @rule D-61
 */
export const decideOnRecord = Effect.fn("decideOnRecord")(function* (
  claim: VerificationClaim,
  network: string,
  { askedBy = null, pinned }: { readonly askedBy?: string | null; readonly pinned?: RuleSetPin } = {}
) {
  const now = yield* DateTime.now
  const { ask, policy, pin } = yield* (yield* RuleSets).inForce(now, pinned)
  const { attempts: limits } = policy.verification
  const { counts: kind } = claimKinds[claim.kind]
  const taxpayer: TaxpayerIdentifier = { idType: claim.idType, digits: Redacted.make(claim.id) }

  const verificationAttempts = yield* VerificationAttempts
  const attempt = yield* verificationAttempts.reserve({
    taxpayer,
    kind,
    network,
    said: Redacted.make(canonical([claim.accountType, claim.kind, claim.amount, claim.letterId])),
    now,
    windowFrom: {
      amount: DateTime.subtract(now, { hours: limits.amounts.windowHours }),
      letter: DateTime.subtract(now, { hours: limits.letters.windowHours }),
      lately: DateTime.subtract(now, { minutes: limits.letters.waitMinutes })
    },
    yearFrom: DateTime.subtract(now, { days: 365 }),
    limit: limits.amounts.maxFailures
  })
  const attempts = attempt.failures

  const unseen = { claim, attempts, record: sealed } as const
  const isLocked = isLockedBy(ask, unseen)
  const facts = isLocked
    ? unseen
    : {
        claim,
        attempts,
        record: yield* (yield* TaxpayerRecords)
          .find(taxpayer, now)
          .pipe(Effect.onError(() => verificationAttempts.free(attempt.id)))
      }

  const evaluation = ask.verification.evaluate(facts)
  const { decision } = evaluation
  const failed = decision._tag === "Refused" && isSecret(decision.rule, ask.verification.question)
  const isReached = failed && isLimitReached(claim, attempt, { ask, policy })
  const id = yield* (yield* DecisionLog).record({
    question: ask.verification.question.id,
    ruleSet: pin,
    result: decision._tag,
    log: Redacted.make(logOf(ask.verification, facts, evaluation)),
    attempt: { id: attempt.id, failed },
    lock:
      isReached || (isLocked && kind === "amount")
        ? { taxpayer, kind, tells: (toldAt) => isLockLetterDue(toldAt, now, policy.letters.lockLetterDays) }
        : null,
    askedBy,
    at: now
  })
  return { id, decision, ruleSet: pin, at: now, retryAt: retryAtOf(kind, attempt, limits) }
})
