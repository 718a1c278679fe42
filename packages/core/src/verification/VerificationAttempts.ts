import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import type { AttemptKind } from "./claimKinds.ts"
import type { VerificationFacts } from "./verificationFacts.ts"

/** The place that an attempt has taken in the count, and what stood there before it. */
export interface ReservedAttempt {
  readonly id: string
  /** Failures before, other reservations that are not settled among them; the same wrong answer counts once. */
  readonly failures: VerificationFacts["attempts"]
  /** Whether this answer is none that is counted there already: in the window of its kind, and in the year. */
  readonly isNew: { readonly inWindow: boolean; readonly inYear: boolean }
  /** When the oldest of the newest `limit` amounts in the window failed; absent where there are fewer. */
  readonly limitReachedSince: DateTime.Utc | null
  /** When the last letter from this network failed; absent where none has in the window. */
  readonly lastLetterFailureAt: DateTime.Utc | null
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
     * `said` is the claim as one text: the same wrong answer given again in the window takes the old place and counts once,
     * a letter where it comes from the same network. `network` is where the attempt comes from, as HTTP knows it; letters alone
     * keep it, as a digest. `limit` is of amounts. One statement at a time per number, so that fifty at once see fifty
     * different counts.
     *
     * @rule D-30 @rule D-61
     */
    readonly reserve: (attempt: {
      readonly taxpayer: TaxpayerIdentifier
      readonly kind: AttemptKind
      readonly network: string
      readonly said: Redacted.Redacted
      readonly now: DateTime.Utc
      /** Where the sliding window of each kind begins, and the last minutes of letters. */
      readonly windowFrom: {
        readonly amount: DateTime.Utc
        readonly letter: DateTime.Utc
        readonly lately: DateTime.Utc
      }
      /** Where the year begins, unless the owner opened amounts later: then it begins there. */
      readonly yearFrom: DateTime.Utc
      readonly limit: number
    }) => Effect.Effect<ReservedAttempt>
    /** Gives the place back: nothing was decided (D-41). */
    readonly free: (id: string) => Effect.Effect<void>
  }
>()("core/verification/VerificationAttempts") {}
