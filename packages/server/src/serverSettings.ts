import { isPartnerOrigin } from "@mtc-logon/core/partner"
import { parseEmailAddress } from "@mtc-logon/core/contact/rules"
import {
  isOrigin,
  listOf,
  networks,
  oneOf,
  optionalText,
  secret,
  someText,
  webAddress,
  wholeNumber,
  yesOrNo
} from "./setting.ts"
import type { Setting } from "./setting.ts"

const mostTries = { from: 1, to: 1_000_000 }

/** A host, and a name and password that can be read. */
const isRelay = (text: string): boolean => {
  const url = URL.parse(text)
  const isEncoded = (part: string) => !/%(?![\da-f]{2})/i.test(part)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "" || url.port === "0") return false
  return (
    isEncoded(url.username) && isEncoded(url.password) && url.pathname.replace("/", "") + url.search + url.hash === ""
  )
}

const links = "https://mtc.dor.state.ma.us/mtc/_/"

/** Every setting of the server, in the order in which `--help` lists them. */
export const serverSettings = {
  environment: oneOf(
    "MTC_ENV",
    "production",
    ["production", "development"],
    "development adds an inbox, sample people, and the test partner mtcpk_test_bayside. production has none of them."
  ),
  host: optionalText("HOST", "Address to listen on. If absent: 127.0.0.1 in development, all addresses in production."),
  port: wholeNumber("PORT", 8787, { from: 0, to: 65_535 }, "Port to listen on. 0 picks a free one."),
  publicBaseUrl: webAddress(
    "PUBLIC_BASE_URL",
    "http://localhost:8787",
    "Public address of this service. Every link in a mail begins with it."
  ),
  databaseUrl: secret(
    "DATABASE_URL",
    "Address of PostgreSQL. If absent: the embedded database in DATA_DIR (development only).",
    {
      fits: (text) => {
        const url = URL.parse(text)
        if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) return false
        return url.pathname.length > 1 && (url.hostname !== "" || url.searchParams.has("host"))
      },
      problem: "must be an address with a host and a database, like postgres://mtc@db.example/mtc"
    }
  ),
  databasePool: wholeNumber(
    "DATABASE_POOL",
    10,
    { from: 1, to: 1_000 },
    "Maximum number of database connections for one process."
  ),
  dataDir: someText(
    "DATA_DIR",
    "./.data",
    "Folder of the embedded database. memory:// loses all data when the server stops."
  ),
  keyringFile: optionalText(
    "KEYRING_FILE",
    "JSON file with the keys of the server. To create it: new-keyring <file>. If absent, development creates one in DATA_DIR."
  ),
  smtpUrl: secret("SMTP_URL", "Address of the mail relay. If absent, mails go only to the development inbox.", {
    fits: isRelay,
    problem: "must be the address of a mail relay, like smtp://relay.example:587"
  }),
  mailFrom: someText("MAIL_FROM", "MTCNoReply@dor.state.ma.us", "Sender of every mail.", {
    fits: (text) => "value" in parseEmailAddress(text) && text.trim() === text,
    problem: "must be one e-mail address without a name, like MTCNoReply@dor.state.ma.us"
  }),
  smsUrl: optionalText(
    "SMS_URL",
    "Base address of Twilio's API or a compatible one. If absent, the server sends no text messages.",
    {
      fits: (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? "") && !/[?#@]/.test(text) && !text.endsWith("/"),
      problem: "must be an http or https address without a trailing slash, like https://api.twilio.com"
    }
  ),
  smsAccountSid: secret("SMS_ACCOUNT_SID", "Account ID at SMS_URL."),
  smsAuthToken: secret("SMS_AUTH_TOKEN", "Token of the account at SMS_URL."),
  smsFrom: optionalText("SMS_FROM", "Phone number or short code that sends the text messages.", {
    fits: (text) => /^\+?\d{5,15}$/.test(text),
    problem: "must be a phone number in international form or a short code, like +16175550100"
  }),
  smsMaxPerDay: wholeNumber(
    "SMS_MAX_PER_DAY",
    5_000,
    { from: 0, to: 1_000_000 },
    "Maximum number of text messages in 24 hours, for all processes together; the first message starts the count. 0 sends none."
  ),
  postDir: optionalText(
    "POST_DIR",
    "Folder where the server leaves letters for a mailing service. If absent, the server creates no letters."
  ),
  ruleSet: someText(
    "RULESET",
    "mtc-2020",
    "Id of the rule set to use: one that ships, or one in RULESET_DIR. The date selects the version."
  ),
  ruleSetDir: optionalText(
    "RULESET_DIR",
    "Folder of rule sets as JSON files (*.json), with their analyses (*.analysis.json). A rule set with the id of one that ships replaces it."
  ),
  idRanges: oneOf(
    "ID_RANGES",
    "live",
    ["live", "sandbox"],
    "sandbox accepts only numbers that were never issued. live refuses them."
  ),
  blocklistRefuses: yesOrNo(
    "PASSWORD_BLOCKLIST_REFUSES",
    "true in production",
    "true refuses common passwords. false only warns the person."
  ),
  firstPartyOrigins: listOf(
    "FIRST_PARTY_ORIGINS",
    "",
    isOrigin,
    "Origins of the Department's own pages, separated by commas. The origin of PUBLIC_BASE_URL is always included.",
    "must be exact origins separated by commas, like https://mtc.example"
  ),
  testPartnerOrigins: listOf(
    "TEST_PARTNER_ORIGINS",
    "http://127.0.0.1:4100",
    (origin) => isPartnerOrigin(origin, "test"),
    "Origins that may frame the form as the test partner, separated by commas (development only).",
    "must be exact origins separated by commas, like http://localhost:3000; use http:// only for localhost and 127.0.0.1"
  ),
  trustedProxies: networks(
    "TRUSTED_PROXIES",
    "Addresses or networks whose X-Forwarded-For header the server trusts, separated by commas.",
    "10.0.0.0/24"
  ),
  sharedNetworks: networks(
    "SHARED_NETWORKS",
    "Networks of volunteer tax sites, separated by commas. Their limits are ten times higher.",
    "192.0.2.0/24"
  ),
  logLevel: oneOf(
    "LOG_LEVEL",
    "info",
    ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
    "Least severe level to log. Above info, the log has no checkpoints of the audit trail."
  ),
  refusalFloorMs: wholeNumber(
    "REFUSAL_FLOOR_MS",
    250,
    { from: 0, to: 10_000 },
    "Minimum time for a verification, in milliseconds, so that the time does not reveal why a claim was refused."
  ),
  hashQueue: wholeNumber(
    "HASH_QUEUE",
    32,
    { from: 1, to: 10_000 },
    "Number of passwords that can wait to be hashed. If the queue is full, the server returns 503 with Retry-After."
  ),
  limitRequestsPerIpPerMinute: wholeNumber(
    "LIMIT_REQUESTS_PER_IP_PER_MINUTE",
    600,
    mostTries,
    "All calls from one address (IPv6: one /64)."
  ),
  limitDraftsPerIpPerHour: wholeNumber(
    "LIMIT_DRAFTS_PER_IP_PER_HOUR",
    60,
    mostTries,
    "Requests opened from one address."
  ),
  limitVerifyPerIpPerHour: wholeNumber(
    "LIMIT_VERIFY_PER_IP_PER_HOUR",
    20,
    mostTries,
    "Verifications from one address."
  ),
  limitVerifyPerIpPerDay: wholeNumber("LIMIT_VERIFY_PER_IP_PER_DAY", 60, mostTries, "Verifications from one address."),
  limitVerifyPerNetworkPerDay: wholeNumber(
    "LIMIT_VERIFY_PER_NETWORK_PER_DAY",
    200,
    mostTries,
    "Verifications by amount from one network (IPv4 /24, IPv6 /48)."
  ),
  limitVerifyPerDraft: wholeNumber("LIMIT_VERIFY_PER_DRAFT", 10, mostTries, "Verifications in one request."),
  limitEmailsPerRequest: wholeNumber(
    "LIMIT_EMAILS_PER_REQUEST",
    5,
    mostTries,
    "E-mail address corrections in one request."
  ),
  limitUsernamesPerDraft: wholeNumber("LIMIT_USERNAMES_PER_DRAFT", 20, mostTries, "Usernames tried in one request."),
  limitLoginPerIpPerMinute: wholeNumber("LIMIT_LOGIN_PER_IP_PER_MINUTE", 20, mostTries, "Log-ins from one address."),
  limitFailedLogInsPerNetworkPerDay: wholeNumber(
    "LIMIT_FAILED_LOG_INS_PER_NETWORK_PER_DAY",
    20,
    { from: 1, to: 99 },
    "Wrong passwords for one username from one network. It must stay below the number that locks a password everywhere."
  ),
  limitActivationPerIpPerHour: wholeNumber(
    "LIMIT_ACTIVATION_PER_IP_PER_HOUR",
    20,
    mostTries,
    "Log-ins with an activation code from one address."
  ),
  limitCodesPerIpPerFiveMinutes: wholeNumber(
    "LIMIT_CODES_PER_IP_PER_FIVE_MINUTES",
    25,
    mostTries,
    "Security codes requested from one address."
  ),
  limitLettersPerIpPerHour: wholeNumber(
    "LIMIT_LETTERS_PER_IP_PER_HOUR",
    10,
    mostTries,
    "Letters requested from one address."
  ),
  limitRecoveryPerLogonPerHour: wholeNumber(
    "LIMIT_RECOVERY_PER_LOGON_PER_HOUR",
    3,
    mostTries,
    "Recovery mails for one logon."
  ),
  limitRecoveryPerIpPerHour: wholeNumber(
    "LIMIT_RECOVERY_PER_IP_PER_HOUR",
    30,
    mostTries,
    "Recovery calls from one address: forgotten usernames and passwords, links and codes."
  ),
  limitSimulationsPerKeyPerMinute: wholeNumber(
    "LIMIT_SIMULATIONS_PER_KEY_PER_MINUTE",
    600,
    mostTries,
    "Simulated decisions and comparisons with one API key. Every ten lines of a batch count as one."
  ),
  limitDecisionsPerKeyPerMinute: wholeNumber(
    "LIMIT_DECISIONS_PER_KEY_PER_MINUTE",
    60,
    mostTries,
    "Decisions on record and receipts with one API key."
  ),
  limitDecisionsPerKeyPerDay: wholeNumber(
    "LIMIT_DECISIONS_PER_KEY_PER_DAY",
    2_000,
    mostTries,
    "Decisions on record with one API key."
  ),
  warnRefusalsPerKeyPerHour: wholeNumber(
    "WARN_REFUSALS_PER_KEY_PER_HOUR",
    200,
    mostTries,
    "Refused decisions on record with one API key. Beyond this number, the log warns about the key."
  ),
  limitLooksPerKeyPerHour: wholeNumber(
    "LIMIT_LOOKS_PER_KEY_PER_HOUR",
    120,
    mostTries,
    "Decisions that staff look up with one API key."
  ),
  limitLogonsPerEmailPer30Days: wholeNumber(
    "LIMIT_LOGONS_PER_EMAIL_PER_30_DAYS",
    3,
    mostTries,
    "Logons activated with one mailbox."
  ),
  limitLogonsPerPhonePer30Days: wholeNumber(
    "LIMIT_LOGONS_PER_PHONE_PER_30_DAYS",
    3,
    mostTries,
    "Logons activated with one phone."
  ),
  linkBusinessLogon: webAddress(
    "LINK_BUSINESS_LOGON",
    links,
    "Page where a business creates a logon, because the form does not support businesses yet. If this is an address of this service, the form shows only the phone number."
  ),
  linkRegisterBusiness: webAddress("LINK_REGISTER_BUSINESS", links, "Page that Register a Business opens."),
  linkRegisterIndividual: webAddress("LINK_REGISTER_INDIVIDUAL", links, "Page that Register an Individual opens."),
  linkRegisterEstate: webAddress("LINK_REGISTER_ESTATE", links, "Page that Register an Estate opens."),
  linkFilingOptions: webAddress(
    "LINK_FILING_OPTIONS",
    "https://www.mass.gov/personal-income-tax",
    "Page that explains the filing options."
  ),
  linkFaq: webAddress("LINK_FAQ", "https://www.mass.gov/masstaxconnect", "Page with the Frequently Asked Questions."),
  linkVideos: webAddress("LINK_VIDEOS", "https://www.mass.gov/masstaxconnect", "Page with the Video Tutorials."),
  linkBillOfRights: webAddress(
    "LINK_BILL_OF_RIGHTS",
    "https://www.mass.gov/dor",
    "Page with the Taxpayer Bill of Rights."
  )
} as const satisfies Readonly<Record<string, Setting<unknown>>>
