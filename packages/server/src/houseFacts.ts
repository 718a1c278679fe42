import { RuleSets } from "@mtc-logon/core/questions"
import type { HouseSettings } from "@mtc-logon/core/logon-request"
import { DateTime, Effect } from "effect"
import type { HouseFacts } from "./hosted/HouseFacts.ts"
import type { ServerSettings } from "./ServerConfig.ts"

/** A link of the form to its own house leads a person round in a circle. */
const leadsHere = (link: string, { publicBaseUrl }: ServerSettings): boolean =>
  new URL(link).origin === new URL(publicBaseUrl).origin

/** The links, sender and tools of this house, as its settings have them. */
export const houseSettingsOf = (settings: ServerSettings): HouseSettings => ({
  developmentTools: settings.isDevelopment,
  mailFrom: settings.mailFrom,
  links: {
    registerBusiness: settings.linkRegisterBusiness,
    registerIndividual: settings.linkRegisterIndividual,
    registerEstate: settings.linkRegisterEstate,
    filingOptions: settings.linkFilingOptions,
    faq: settings.linkFaq,
    videos: settings.linkVideos,
    billOfRights: settings.linkBillOfRights,
    businessLogon: leadsHere(settings.linkBusinessLogon, settings) ? null : settings.linkBusinessLogon
  }
})

/** What every page shows, under the rule set in force. */
export const houseFacts = (settings: ServerSettings): Effect.Effect<HouseFacts, never, RuleSets> =>
  Effect.gen(function* () {
    const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
    const { phone, tollFree } = policy.contacts
    const { kinds, trustedDevice } = policy.twoStep
    return {
      ...houseSettingsOf(settings),
      contacts: { phone, tollFree, mailFrom: settings.mailFrom },
      twoStepKinds: kinds,
      trustedDeviceDays: trustedDevice === "off" ? null : trustedDevice.lifetimeDays,
      passwordPolicy: policy.logon.password,
      secretQuestions: policy.logon.secretQuestions,
      phoneCountries: policy.logon.profile.phoneCountries,
      pinDigits: policy.logon.pin.digits,
      amountsReopenDays: policy.verification.attempts.amounts.reopenDays
    }
  })
