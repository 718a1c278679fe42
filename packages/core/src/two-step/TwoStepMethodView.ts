import type { TwoStepKind } from "../logon/Logon.ts"

export type TwoStepMethodKind = TwoStepKind

/** One way to get security codes. */
export interface TwoStepMethodView {
  readonly id: string
  readonly kind: TwoStepMethodKind
  /** In clear while it is being set up, masked at log-in; absent for an app or a passkey. @rule R-38 */
  readonly target?: string
  readonly confirmed: boolean
}

/** A way that waits to be confirmed: the answer of `POST /v1/me/two-step-methods`. What an app is set up with is told once. */
export interface AddedTwoStepMethodView extends TwoStepMethodView {
  /** Of an app: base 32, to be typed; the link for an app on this device; the same as a QR code, SVG. */
  readonly secret?: string
  readonly otpauthUri?: string
  readonly qr?: string
  /** Of a passkey: what `navigator.credentials.create` is asked, as JSON. */
  readonly options?: Readonly<Record<string, unknown>>
}

/** Something better that a person may do: wording ids. */
export interface AdviceView {
  readonly messageId: string
  readonly remedies: ReadonlyArray<string>
}

/** A way of a logon, and what would be better. */
export interface AdvisedTwoStepMethodView extends TwoStepMethodView {
  readonly advice: ReadonlyArray<AdviceView>
}

/** The answer of `GET /v1/me/two-step-methods`. */
export interface TwoStepMethodsView {
  readonly methods: ReadonlyArray<AdvisedTwoStepMethodView>
  readonly recoveryCodesLeft: number
}

/** A browser that a person trusts: the answer of `GET /v1/me/trusted-devices`. */
export interface TrustedDeviceView {
  readonly id: string
  /** Last word of `device.browser.<word>` and `device.system.<word>`. */
  readonly browser: string
  readonly system: string
  /** RFC 3339. */
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  /** It is the browser that asks. */
  readonly isThisOne: boolean
}
