import type { TwoStepKind } from "../logon/Logon.ts"

/** A method by which a logon gets security codes. */
export interface TwoStepMethod {
  readonly id: string
  readonly kind: TwoStepKind
  /** The address or number that codes go to; null for an app or a passkey. It need not be the profile's. */
  readonly target: string | null
  readonly confirmed: boolean
}
