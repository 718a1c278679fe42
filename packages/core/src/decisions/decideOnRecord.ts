import { DateTime, Effect, Option, Redacted } from "effect"
import { isSecret } from "../engine/explain.ts"
import { logOf } from "../engine/logOf.ts"
import { sealed } from "../engine/Rule.ts"
import { canonical } from "../engine/RuleSet.ts"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import { TaxpayerRecords } from "../taxpayer/TaxpayerRecords.ts"
import { VerificationAttempts } from "../verification/VerificationAttempts.ts"
import type { AttemptKind, ReservedAttempt } from "../verification/VerificationAttempts.ts"
import type { VerificationClaim } from "../verification/VerificationClaim.ts"
import type { VerificationPolicy } from "../verification/VerificationPolicy.ts"
import { isLockLetterDue } from "./isLockLetterDue.ts"
import { DecisionLog } from "./DecisionLog.ts"
import { RuleSets } from "./RuleSets.ts"
import type { RuleSetPin } from "./RuleSets.ts"

/** When a number that is locked may be tried again; never by itself where amounts are closed for it. @rule D-30 */
const retryAtOf = (
  kind: AttemptKind,
  { amountFailuresInYear, limitReachedSince }: ReservedAttempt,
  { amounts, letters }: VerificationPolicy["verification"]["attempts"]
): Option.Option<DateTime.Utc> => {
  if (kind === "amount" && amountFailuresInYear >= amounts.maxFailuresPerYear) return Option.none()
  const { windowHours } = kind === "amount" ? amounts : letters
  return Option.map(Option.fromNullOr(limitReachedSince), (since) => DateTime.add(since, { hours: windowHours }))
}

/** Whether a new failure is the one that locks its number: the last of its window or, for amounts, of the year. @rule D-30 */
const isLimitReached = (
  kind: AttemptKind,
  { amountFailures, amountFailuresInYear, isNew, letterFailures }: ReservedAttempt,
  { amounts, letters }: VerificationPolicy["verification"]["attempts"]
): boolean => {
  if (!isNew) return false
  if (kind === "letter") return letterFailures + 1 >= letters.maxFailures
  return amountFailures + 1 >= amounts.maxFailures || amountFailuresInYear + 1 >= amounts.maxFailuresPerYear
}

/**
 * Decides on what is on file whether a claim shows that the taxpayer is who they say.
 *
 * **Details**
 *
 * Reserve the attempt, ask for the lock, load, evaluate, log; only then answer. Serves the logon request's evidence step and
 * decisions on record alike. `askedBy`: the key of the application that asks; `pinned`: the rule set of a draft.
 *
 * **Gotchas**
 *
 * A locked number is not looked up. A "no" is stored before it is answered, so that a dropped connection is no free guess.
 * `evaluate`, not `decide`: the fast answer stops at the first no, and its time would tell which. A reservation counts as a
 * failure until it is settled: `record` does it in its transaction, and a failed `find` gives it back (D-41). A refusal by a
 * public rule tells nothing of the record and costs no attempt (D-08).
 *
 * @rule D-09 @rule D-30
 */
export const decideOnRecord = Effect.fn("decideOnRecord")(function* (
  claim: VerificationClaim,
  { askedBy = null, pinned }: { readonly askedBy?: string | null; readonly pinned?: RuleSetPin } = {}
) {
  const now = yield* DateTime.now
  const { ask, policy, pin } = yield* (yield* RuleSets).inForce(now, pinned)
  const { attempts: limits } = policy.verification
  const kind = claim.kind === "letterId" ? "letter" : "amount"
  const { maxFailures } = kind === "letter" ? limits.letters : limits.amounts
  const taxpayer: TaxpayerIdentifier = { idType: claim.idType, digits: Redacted.make(claim.id) }

  const verificationAttempts = yield* VerificationAttempts
  const attempt = yield* verificationAttempts.reserve({
    taxpayer,
    kind,
    said: Redacted.make(canonical([claim.accountType, claim.kind, claim.amount, claim.letterId])),
    now,
    windowFrom: {
      amount: DateTime.subtract(now, { hours: limits.amounts.windowHours }),
      letter: DateTime.subtract(now, { hours: limits.letters.windowHours })
    },
    yearFrom: DateTime.subtract(now, { days: 365 }),
    limit: maxFailures
  })
  const { amountFailures, amountFailuresInYear, letterFailures } = attempt
  const attempts = { amountFailures, amountFailuresInYear, letterFailures }

  const unseen = { claim, attempts, record: sealed } as const
  const isLocked = ask.verification.evaluate(unseen).decision._tag === "Locked"
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
  const isReached = failed && isLimitReached(kind, attempt, limits)
  const id = yield* (yield* DecisionLog).record({
    question: ask.verification.question.id,
    ruleSet: pin,
    result: decision._tag,
    log: Redacted.make(logOf(ask.verification, facts, evaluation)),
    attempt: { id: attempt.id, failed },
    lock:
      isLocked || isReached
        ? { taxpayer, tells: (toldAt) => isLockLetterDue(toldAt, now, policy.letters.lockLetterDays) }
        : null,
    askedBy,
    at: now
  })
  return { id, decision, ruleSet: pin, at: now, retryAt: retryAtOf(kind, attempt, limits) }
})
