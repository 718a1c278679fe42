export type TwoStepMethodKind = "totp" | "sms" | "email"

/** One way to get security codes. */
export interface TwoStepMethodView {
  readonly id: string
  readonly kind: TwoStepMethodKind
  /** In clear while it is being set up, masked at log-in; absent for an app. @rule R-38 */
  readonly target?: string
  readonly confirmed: boolean
}
