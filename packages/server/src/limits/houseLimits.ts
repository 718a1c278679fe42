import type { ServerSettings } from "../ServerConfig.ts"
import type { RateLimit } from "./RateLimits.ts"

/** The limits of the server, as the settings have them. */
export const houseLimits = (settings: ServerSettings) =>
  ({
    requests: { name: "requests", uses: settings.limitRequestsPerIpPerMinute, window: "1 minute" },
    drafts: { name: "drafts", uses: settings.limitDraftsPerIpPerHour, window: "1 hour" },
    verifyPerHour: { name: "verify-hour", uses: settings.limitVerifyPerIpPerHour, window: "1 hour" },
    verifyPerDay: { name: "verify-day", uses: settings.limitVerifyPerIpPerDay, window: "1 day" },
    verifyPerNetwork: { name: "verify-network", uses: settings.limitVerifyPerNetworkPerDay, window: "1 day" },
    verifyPerDraft: { name: "verify-draft", uses: settings.limitVerifyPerDraft, window: "1 day" },
    usernamesPerDraft: { name: "usernames-draft", uses: settings.limitUsernamesPerDraft, window: "1 day" },
    profilesPerDraft: { name: "profiles-draft", uses: settings.limitUsernamesPerDraft, window: "1 day" },
    emailsPerRequest: { name: "emails-request", uses: settings.limitEmailsPerRequest, window: "1 day" },
    logonsPerEmail: { name: "logons-email", uses: settings.limitLogonsPerEmailPer30Days, window: "30 days" },
    logonsPerPhone: { name: "logons-phone", uses: settings.limitLogonsPerPhonePer30Days, window: "30 days" },
    logIn: { name: "log-in", uses: settings.limitLoginPerIpPerMinute, window: "1 minute" },
    failedLogIns: { name: "log-in-failures-day", uses: settings.limitFailedLogInsPerNetworkPerDay, window: "1 day" },
    activation: { name: "activation", uses: settings.limitActivationPerIpPerHour, window: "1 hour" },
    codes: { name: "codes", uses: settings.limitCodesPerIpPerFiveMinutes, window: "5 minutes" },
    letters: { name: "letters", uses: settings.limitLettersPerIpPerHour, window: "1 hour" },
    simulations: { name: "simulations", uses: settings.limitSimulationsPerKeyPerMinute, window: "1 minute" },
    decisions: { name: "decisions", uses: settings.limitDecisionsPerKeyPerMinute, window: "1 minute" },
    decisionsPerDay: { name: "decisions-day", uses: settings.limitDecisionsPerKeyPerDay, window: "1 day" },
    refusals: { name: "refusals", uses: settings.warnRefusalsPerKeyPerHour, window: "1 hour" },
    refusalsTold: { name: "refusals-told", uses: 1, window: "1 hour" },
    looks: { name: "looks", uses: settings.limitLooksPerKeyPerHour, window: "1 hour" },
    recoveryPerAddress: { name: "recovery-address", uses: settings.limitRecoveryPerIpPerHour, window: "1 hour" },
    recovery: { name: "recovery", uses: settings.limitRecoveryPerLogonPerHour, window: "1 hour" }
  }) as const satisfies Readonly<Record<string, RateLimit>>

/** How much more a network of volunteer tax sites may. */
const sharedTimes = 10

/** The same limit for a network of volunteer tax sites. */
export const forShared = (limit: RateLimit): RateLimit => ({
  ...limit,
  name: `${limit.name}-shared`,
  uses: limit.uses * sharedTimes
})
