/** How a security code comes to a person: an authentication app, a text message, an e-mail. @rule R-31 */
export type TwoStepKind = "totp" | "sms" | "email"

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
    /** @rule D-15 */
    readonly trustedDevice: { readonly lifetimeDays: number; readonly maxDevices: number } | "off"
  }
}
