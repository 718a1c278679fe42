import type { TwoStepKind } from "../logon/Logon.ts"

export type { TwoStepKind } from "../logon/Logon.ts"

/** The values that the two-step rules read. */
export interface TwoStepPolicy {
  readonly twoStep: {
    /** The kinds offered, in the order of the screen. @rule R-31 */
    readonly kinds: ReadonlyArray<TwoStepKind>
    /** @rule D-14 */
    readonly code: {
      readonly digits: number
      readonly lifetimeMinutes: number
      /** Wrong tries that one code bears. */
      readonly maxTries: number
      /** Failures in a row, over all codes of a logon, that lock it. */
      readonly maxFailuresInARow: number
      readonly lockMinutes: number
      readonly resend: { readonly cooldownSeconds: number; readonly per15Minutes: number; readonly perDay: number }
    }
    /** Codes of an authentication app (RFC 6238): as long as `code.digits`, one each step. @rule D-14 */
    readonly app: {
      readonly stepSeconds: number
      /** Steps before and after this one whose code is taken too: the clock of a phone is off by so much. */
      readonly toleranceSteps: number
    }
    /** @rule D-49 */
    readonly passkey: { readonly lifetimeMinutes: number }
    /** Codes to keep in a drawer. @rule D-49 */
    readonly recoveryCode: {
      readonly count: number
      /** Letters and digits, five bits each. */
      readonly characters: number
    }
    /** @rule D-15 */
    readonly trustedDevice:
      | {
          readonly lifetimeDays: number
          /** Of one logon; the oldest makes room for the next. */
          readonly maxDevices: number
          /** Logons that one browser can be trusted for. */
          readonly maxLogons: number
          /** How long the token before the newest is still taken: two tabs may log in at once. */
          readonly graceSeconds: number
        }
      | "off"
  }
}
