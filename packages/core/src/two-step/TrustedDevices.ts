import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { DeviceName } from "./parseDeviceName.ts"
import type { TwoStepError } from "./TwoStepError.ts"

/** A browser that is trusted, as its owner sees it. */
export interface TrustedDevice {
  readonly id: string
  readonly name: DeviceName
  readonly createdAt: DateTime.Utc
  readonly lastSeenAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  /** One of the tokens that were shown is its own. */
  readonly isThisOne: boolean
}

/** Keeps the browsers that a person trusts. */
export class TrustedDevices extends Context.Service<
  TrustedDevices,
  {
    /** Those of a logon that are trusted still, the one used last first. */
    readonly list: (
      logonId: string,
      tokens: ReadonlyArray<Redacted.Redacted>,
      now: DateTime.Utc
    ) => Effect.Effect<ReadonlyArray<TrustedDevice>>
    /** Trusts one no more, and ends the sessions that came of it but the one that asks. One transaction with its audit; fails with `DeviceNotFound`. */
    readonly revoke: (
      asking: { readonly logonId: string; readonly sessionId: string },
      id: string,
      now: DateTime.Utc
    ) => Effect.Effect<void, TwoStepError>
  }
>()("core/two-step/TrustedDevices") {}
