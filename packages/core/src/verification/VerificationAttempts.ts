import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"

/** What a claim is counted as: letters have a counter of their own, so that guesses at amounts lock nobody's letter out. */
export type AttemptKind = "amount" | "letter"

/** The place that an attempt has taken in the count, and what stood there before it. */
export interface ReservedAttempt {
  readonly id: string
  /** False where the same wrong answer had its place already, and is counted there. */
  readonly isNew: boolean
  /** Failures in the window, other reservations that are not settled among them; this one is not, where it is new. */
  readonly amountFailures: number
  readonly amountFailuresInYear: number
  readonly letterFailures: number
  /** When the oldest of the newest `limit` failures of this kind was; absent where there are fewer. */
  readonly limitReachedSince: DateTime.Utc | null
}

/** Counts attempts per number, whether it is on file or not. */
export class VerificationAttempts extends Context.Service<
  VerificationAttempts,
  {
    /**
     * Takes a place in the count before anything is looked up: it counts as a failure until it is settled.
     *
     * **Details**
     *
     * `said` is the claim as one text: the same wrong answer given again in the window takes the old place and counts once.
     * One statement at a time per number, so that fifty at once see fifty different counts.
     *
     * @rule D-30
     */
    readonly reserve: (attempt: {
      readonly taxpayer: TaxpayerIdentifier
      readonly kind: AttemptKind
      readonly said: Redacted.Redacted
      readonly now: DateTime.Utc
      /** Where the sliding window of each kind begins. */
      readonly windowFrom: { readonly amount: DateTime.Utc; readonly letter: DateTime.Utc }
      readonly yearFrom: DateTime.Utc
      readonly limit: number
    }) => Effect.Effect<ReservedAttempt>
    /** Gives the place back: nothing was decided (D-41). */
    readonly free: (id: string) => Effect.Effect<void>
  }
>()("core/verification/VerificationAttempts") {}
