import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type {
  Challenge,
  ChangedSecondStep,
  SecondStepStanding,
  SecondStepState,
  SecurityCodePurpose
} from "./Challenge.ts"
import type { TwoStepEvent } from "./TwoStepEvent.ts"

/** What an authentication app is set up with: shown once, to the person who adds it. */
export interface AppEnrollment {
  /** Base 32, 160 bits. */
  readonly secret: Redacted.Redacted
  /** `otpauth://totp/...`, for the app on the same device. */
  readonly otpauthUri: Redacted.Redacted
  /** The same as a QR code, SVG. */
  readonly qr: Redacted.Redacted
}

/** What an app's code is decided on, read under lock. */
export interface TypedAppCodeFacts extends SecondStepStanding {
  /** The app that the code is of, or the first one asked; null: the logon has none. */
  readonly app: {
    readonly purpose: SecurityCodePurpose
    /** The step that the code is of, among those near now: one after the last used before any other; null: of none. */
    readonly step: number | null
    readonly lastStep: number | null
  } | null
}

/** Keeps the secrets of authentication apps, and the last step that each was used at. */
export class AppCodes extends Context.Service<
  AppCodes,
  {
    /** A new secret for a logon, named in the app by its username; kept nowhere yet. */
    readonly enroll: (logonId: string) => Effect.Effect<AppEnrollment>
    /**
     * One transaction: locks the logon and its apps, calls `decide`, stores what it says; a code that confirms uses up its
     * step.
     *
     * **Details**
     *
     * `methodId`: that app, confirmed or not; null: the confirmed apps of the logon. A code is looked for as many steps
     * before and after now as `toleranceSteps` says.
     */
    readonly change: <A>(
      challenge: Challenge,
      methodId: string | null,
      typed: Redacted.Redacted,
      app: { readonly stepSeconds: number; readonly toleranceSteps: number },
      now: DateTime.Utc,
      decide: (facts: TypedAppCodeFacts) => Change<SecondStepState | "unchanged", TwoStepEvent, A>
    ) => ChangedSecondStep<A>
  }
>()("core/two-step/AppCodes") {}
