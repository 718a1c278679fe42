import type { CredentialPolicy } from "@mtc-logon/core/logon"
import type { HouseSettings } from "@mtc-logon/core/logon-request"
import type { TwoStepKind } from "@mtc-logon/core/two-step"

/** What every page of the house shows, the same for everybody. */
export interface HouseFacts {
  /** This is a development server, with its tools. Never in production. @rule R-37 */
  readonly developmentTools: boolean
  readonly links: HouseSettings["links"]
  readonly contacts: { readonly phone: string; readonly tollFree: string; readonly mailFrom: string }
  readonly twoStepKinds: ReadonlyArray<TwoStepKind>
  /** Days that a device stays trusted; null: none can be. */
  readonly trustedDeviceDays: number | null
  /** What a new password, secret question, phone and PIN must be. */
  readonly passwordPolicy: CredentialPolicy["logon"]["password"]
  readonly secretQuestions: ReadonlyArray<string>
  readonly phoneCountries: ReadonlyArray<string>
  readonly pinDigits: number
}
