import type { PolicyInForce } from "../questions/PolicyInForce.ts"

/**
 * What the screens need of the rule set that a draft is pinned to: its policy whole, so that a page asks the same
 * questions under the same values as the server, and the few settings of the server that a screen shows.
 */
export interface LogonRequestOptions {
  readonly policy: PolicyInForce
  /** Date in America/New_York, `2020-11-20`: the help texts name the tax years of the window. */
  readonly today: string
  readonly links: {
    readonly registerBusiness: string
    readonly registerIndividual: string
    readonly registerEstate: string
    readonly filingOptions: string
    readonly faq: string
    readonly videos: string
    readonly billOfRights: string
    /** Where a business creates a logon until this form can; null: by phone alone. */
    readonly businessLogon: string | null
  }
  /** The address that every e-mail comes from: the server's, or else the rule set's `contacts.mailFrom`. */
  readonly mailFrom: string
  /** This is a development server, with its tools. Never in production. @rule R-37 */
  readonly developmentTools: boolean
}
