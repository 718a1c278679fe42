import { Context } from "effect"
import type { DateTime, Effect, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { PasskeyFacts } from "./passkeyFacts.ts"
import type {
  Challenge,
  ChangedSecondStep,
  SecondStepStanding,
  SecondStepState,
  SecurityCodePurpose
} from "./Challenge.ts"
import type { TwoStepError, TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent } from "./TwoStepEvent.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"

/** What a browser answered for a passkey, as JSON (`PublicKeyCredential.toJSON()`). */
export type PasskeyAnswer = Readonly<Record<string, unknown>>

/** What a passkey's answer is decided on, read under lock. */
export interface AnsweredPasskeyFacts extends SecondStepStanding {
  /** The newest challenge of the session; null: none was asked for. */
  readonly passkey:
    | (Pick<PasskeyFacts["passkey"], "signed" | "state"> & {
        readonly purpose: SecurityCodePurpose
        readonly expiresAt: DateTime.Utc
      })
    | null
}

/** Keeps passkeys (Web Authentication): their public keys, and the challenges that they sign. */
export class Passkeys extends Context.Service<
  Passkeys,
  {
    /**
     * One transaction: locks the logon and its methods, asks `decide` what a challenge is for, makes it and kills the ones
     * before it; answers the options for the browser, as JSON.
     *
     * **Details**
     *
     * `set-up`: options of `navigator.credentials.create`; `log-in`: of `.get`, for the passkeys of the logon. Fails with
     * `MethodNotFound` as `SecurityCodes.issue` does, and with the reason that `decide` answers.
     */
    readonly begin: (
      challenge: Challenge,
      methodId: string,
      now: DateTime.Utc,
      expiresAt: DateTime.Utc,
      decide: (methods: ReadonlyArray<TwoStepMethod>) => Result.Result<SecurityCodePurpose, TwoStepReason>
    ) => Effect.Effect<Readonly<Record<string, unknown>>, TwoStepError>
    /** One transaction: locks logon, challenge and passkey, checks the signature, calls `decide`, stores what it says. */
    readonly change: <A>(
      challenge: Challenge,
      methodId: string | null,
      answered: PasskeyAnswer,
      now: DateTime.Utc,
      decide: (facts: AnsweredPasskeyFacts) => Change<SecondStepState | "unchanged", TwoStepEvent, A>
    ) => ChangedSecondStep<A>
  }
>()("core/two-step/Passkeys") {}
