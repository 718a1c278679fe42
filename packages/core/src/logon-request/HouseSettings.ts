import { Context } from "effect"
import type { LogonRequestOptions } from "./logonRequestViewSchema.ts"

/** What the house that runs a request adds to its rule set: where its links lead, where its mails come from, and whether it is a development house. */
export interface HouseSettings extends Pick<LogonRequestOptions, "links" | "developmentTools"> {
  /** Absent: the address that the rule set has. */
  readonly mailFrom?: string
}

const portal = "https://mtc.dor.state.ma.us/mtc/_/"
const pages = "https://www.mass.gov"

/** The Department's public addresses, and no development tools, unless the house says otherwise. */
export const HouseSettings = Context.Reference<HouseSettings>("core/logon-request/HouseSettings", {
  defaultValue: () => ({
    links: {
      businessLogon: portal,
      registerBusiness: portal,
      registerIndividual: portal,
      registerEstate: portal,
      filingOptions: `${pages}/personal-income-tax`,
      faq: `${pages}/masstaxconnect-frequently-asked-questions`,
      videos: `${pages}/masstaxconnect-video-tutorials`,
      billOfRights: `${pages}/taxpayer-bill-of-rights`
    },
    developmentTools: false
  })
})
