import { Context } from "effect"
import type { Effect, Redacted } from "effect"
import type { LogonMethod } from "../logon/Logon.ts"
import type { PasskeyFacts } from "./passkeyFacts.ts"
import type { SecondStepStanding, SecurityCodePurpose } from "./Challenge.ts"
import type { DateTime } from "effect"

/** What a browser answered for a passkey, as JSON (`PublicKeyCredential.toJSON()`). */
export type PasskeyAnswer = Readonly<Record<string, unknown>>

/** What a passkey's answer is decided on. */
export interface AnsweredPasskeyFacts extends SecondStepStanding {
  /** The newest challenge of the session; null: none was asked for. */
  readonly passkey:
    | (Pick<PasskeyFacts["passkey"], "signed" | "state"> & {
        readonly purpose: SecurityCodePurpose
        readonly expiresAt: DateTime.Utc
      })
    | null
}

/** Knows Web Authentication: what a browser is asked, and whether what it answered was signed. Keeps nothing. */
export class Passkeys extends Context.Service<
  Passkeys,
  {
    /**
     * What a browser is asked to sign a challenge with, as JSON.
     *
     * **Details**
     *
     * `set-up`: options of `navigator.credentials.create`; `log-in`: of `.get`, for the passkeys that are given.
     */
    readonly options: (ask: {
      readonly purpose: SecurityCodePurpose
      readonly challengeId: string
      readonly passkeys: ReadonlyArray<LogonMethod>
      readonly logonId: string
      readonly username: string
      readonly timeoutMs: number
    }) => Effect.Effect<Readonly<Record<string, unknown>>>
    /** The passkey that signed a challenge, as it is kept from then on; null: none of these did. */
    readonly signed: (answer: {
      readonly purpose: SecurityCodePurpose
      readonly challengeId: string
      readonly passkeys: ReadonlyArray<LogonMethod>
      readonly answered: PasskeyAnswer
    }) => Effect.Effect<{ readonly methodId: string; readonly target: Redacted.Redacted } | null>
  }
>()("core/two-step/Passkeys") {}
