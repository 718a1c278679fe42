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
    "development adds an inbox, people to be, and the test partner mtcpk_test_bayside; none of them exists in production."
  ),
  host: optionalText("HOST", "Address to listen on; absent: 127.0.0.1 in development, every address in production."),
  port: wholeNumber("PORT", 8787, { from: 0, to: 65_535 }, "Port to listen on; 0 takes a free one."),
  publicBaseUrl: webAddress(
    "PUBLIC_BASE_URL",
    "http://localhost:8787",
    "Address of this service as people see it: every link in a mail begins with it."
  ),
  databaseUrl: secret("DATABASE_URL", "PostgreSQL; absent: the embedded database in DATA_DIR (development only).", {
    fits: (text) => {
      const url = URL.parse(text)
      if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) return false
      return url.pathname.length > 1 && (url.hostname !== "" || url.searchParams.has("host"))
    },
    problem: "must be an address with a host and a database, like postgres://mtc@db.example/mtc"
  }),
  databasePool: wholeNumber("DATABASE_POOL", 10, { from: 1, to: 1_000 }, "Most connections of one process."),
  dataDir: someText("DATA_DIR", "./.data", "Folder of the embedded database; memory:// keeps nothing."),
  keyringFile: optionalText(
    "KEYRING_FILE",
    "JSON file of the encryption, digest, code, link, audit and signing keys; absent: development makes one in DATA_DIR."
  ),
  smtpUrl: secret("SMTP_URL", "The mail relay; absent: mails go to the development inbox only.", {
    fits: isRelay,
    problem: "must be the address of a mail relay, like smtp://relay.example:587"
  }),
  mailFrom: someText("MAIL_FROM", "MTCNoReply@dor.state.ma.us", "Sender of every mail.", {
    fits: (text) => "value" in parseEmailAddress(text) && text.trim() === text,
    problem: "must be one e-mail address without a name, like MTCNoReply@dor.state.ma.us"
  }),
  smsUrl: optionalText("SMS_URL", "Base address of Twilio's API or of one like it; absent: no text message is sent.", {
    fits: (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? "") && !/[?#@]/.test(text) && !text.endsWith("/"),
    problem: "must be an http or https address without a slash at its end, like https://api.twilio.com"
  }),
  smsAccountSid: secret("SMS_ACCOUNT_SID", "Account at SMS_URL."),
  smsAuthToken: secret("SMS_AUTH_TOKEN", "Token of the account at SMS_URL."),
  smsFrom: optionalText("SMS_FROM", "Number that texts come from.", {
    fits: (text) => /^\+?\d{5,15}$/.test(text),
    problem: "must be a phone number in international form or a short code, like +16175550100"
  }),
  smsMaxPerDay: wholeNumber(
    "SMS_MAX_PER_DAY",
    5_000,
    { from: 0, to: 1_000_000 },
    "Most text messages of the whole house in a day that begins with the first; 0: none is sent."
  ),
  postDir: optionalText(
    "POST_DIR",
    "Folder where letters are left for the mail house; absent: no letter is sent or made."
  ),
  ruleSet: someText(
    "RULESET",
    "mtc-2020",
    "Line of rule sets, one that ships or one of RULESET_DIR; the date picks the version."
  ),
  ruleSetDir: optionalText(
    "RULESET_DIR",
    "Folder of rule sets as JSON files, every *.json of it, with their *.analysis.json; a line of the same id takes the shipped one's place."
  ),
  idRanges: oneOf(
    "ID_RANGES",
    "live",
    ["live", "sandbox"],
    "sandbox accepts only numbers that were never issued; live refuses exactly those."
  ),
  blocklistRefuses: yesOrNo(
    "PASSWORD_BLOCKLIST_REFUSES",
    "true in production",
    "true: a well-known password is refused; false: the person is warned."
  ),
  firstPartyOrigins: listOf(
    "FIRST_PARTY_ORIGINS",
    "",
    isOrigin,
    "Origins of the Department's own pages, parted by commas; PUBLIC_BASE_URL's is always one.",
    "must be exact origins parted by commas, like https://mtc.example"
  ),
  testPartnerOrigins: listOf(
    "TEST_PARTNER_ORIGINS",
    "http://127.0.0.1:4100",
    (origin) => isPartnerOrigin(origin, "test"),
    "Origins whose pages may frame the form as the test partner, parted by commas (development only).",
    "must be exact origins parted by commas, like http://localhost:3000; http:// is for localhost and 127.0.0.1 only"
  ),
  trustedProxies: networks(
    "TRUSTED_PROXIES",
    "Addresses or networks whose X-Forwarded-For is believed.",
    "10.0.0.0/24"
  ),
  sharedNetworks: networks(
    "SHARED_NETWORKS",
    "Networks of volunteer tax sites: ten times the limits of a network.",
    "192.0.2.0/24"
  ),
  logLevel: oneOf(
    "LOG_LEVEL",
    "info",
    ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
    "Least severe line that is logged; above info, no checkpoint of the audit trail is."
  ),
  refusalFloorMs: wholeNumber(
    "REFUSAL_FLOOR_MS",
    250,
    { from: 0, to: 10_000 },
    "Least time until a verification is answered, so that no cause can be told by it."
  ),
  hashQueue: wholeNumber(
    "HASH_QUEUE",
    32,
    { from: 1, to: 10_000 },
    "Passwords that may wait to be hashed; then 503 with Retry-After."
  ),
  limitRequestsPerIpPerMinute: wholeNumber(
    "LIMIT_REQUESTS_PER_IP_PER_MINUTE",
    600,
    mostTries,
    "All calls of one address (IPv6: one /64)."
  ),
  limitDraftsPerIpPerHour: wholeNumber("LIMIT_DRAFTS_PER_IP_PER_HOUR", 60, mostTries, "Requests opened."),
  limitVerifyPerIpPerHour: wholeNumber("LIMIT_VERIFY_PER_IP_PER_HOUR", 20, mostTries, "Verifications of one address."),
  limitVerifyPerIpPerDay: wholeNumber("LIMIT_VERIFY_PER_IP_PER_DAY", 60, mostTries, "Verifications of one address."),
  limitVerifyPerNetworkPerDay: wholeNumber(
    "LIMIT_VERIFY_PER_NETWORK_PER_DAY",
    200,
    mostTries,
    "Verifications by amounts of one network (IPv4 /24, IPv6 /48)."
  ),
  limitVerifyPerDraft: wholeNumber("LIMIT_VERIFY_PER_DRAFT", 10, mostTries, "Verifications of one request."),
  limitEmailsPerRequest: wholeNumber("LIMIT_EMAILS_PER_REQUEST", 5, mostTries, "Corrected addresses of one request."),
  limitUsernamesPerDraft: wholeNumber("LIMIT_USERNAMES_PER_DRAFT", 20, mostTries, "Usernames tried in one request."),
  limitLoginPerIpPerMinute: wholeNumber("LIMIT_LOGIN_PER_IP_PER_MINUTE", 20, mostTries, "Log-ins of one address."),
  limitFailedLogInsPerNetworkPerDay: wholeNumber(
    "LIMIT_FAILED_LOG_INS_PER_NETWORK_PER_DAY",
    20,
    { from: 1, to: 99 },
    "Wrong passwords for one username from one network: fewer than close a password."
  ),
  limitActivationPerIpPerHour: wholeNumber(
    "LIMIT_ACTIVATION_PER_IP_PER_HOUR",
    20,
    mostTries,
    "Log-ins with an activation code, of one address."
  ),
  limitCodesPerIpPerFiveMinutes: wholeNumber(
    "LIMIT_CODES_PER_IP_PER_FIVE_MINUTES",
    25,
    mostTries,
    "Security codes sent for one address."
  ),
  limitLettersPerIpPerHour: wholeNumber("LIMIT_LETTERS_PER_IP_PER_HOUR", 10, mostTries, "Letters asked for."),
  limitRecoveryPerLogonPerHour: wholeNumber("LIMIT_RECOVERY_PER_LOGON_PER_HOUR", 3, mostTries, "Recovery mails."),
  limitRecoveryPerIpPerHour: wholeNumber(
    "LIMIT_RECOVERY_PER_IP_PER_HOUR",
    30,
    mostTries,
    "Forgotten usernames and passwords, links and codes of one address."
  ),
  limitSimulationsPerKeyPerMinute: wholeNumber(
    "LIMIT_SIMULATIONS_PER_KEY_PER_MINUTE",
    600,
    mostTries,
    "Simulated decisions, comparisons, and every ten lines of batches, of one API key."
  ),
  limitDecisionsPerKeyPerMinute: wholeNumber(
    "LIMIT_DECISIONS_PER_KEY_PER_MINUTE",
    60,
    mostTries,
    "Decisions on record, and their receipts, of one API key."
  ),
  limitDecisionsPerKeyPerDay: wholeNumber(
    "LIMIT_DECISIONS_PER_KEY_PER_DAY",
    2_000,
    mostTries,
    "Decisions on record of one API key."
  ),
  warnRefusalsPerKeyPerHour: wholeNumber(
    "WARN_REFUSALS_PER_KEY_PER_HOUR",
    200,
    mostTries,
    "Refused decisions on record of one API key, beyond which the log warns of it."
  ),
  limitLooksPerKeyPerHour: wholeNumber(
    "LIMIT_LOOKS_PER_KEY_PER_HOUR",
    120,
    mostTries,
    "Decisions that staff look at with one API key."
  ),
  limitLogonsPerEmailPer30Days: wholeNumber(
    "LIMIT_LOGONS_PER_EMAIL_PER_30_DAYS",
    3,
    mostTries,
    "Activated logons with one mailbox."
  ),
  limitLogonsPerPhonePer30Days: wholeNumber(
    "LIMIT_LOGONS_PER_PHONE_PER_30_DAYS",
    3,
    mostTries,
    "Activated logons with one phone."
  ),
  linkBusinessLogon: webAddress(
    "LINK_BUSINESS_LOGON",
    links,
    "Where a business creates a logon, since the form does not yet; an address of this service: the form names the phone alone."
  ),
  linkRegisterBusiness: webAddress("LINK_REGISTER_BUSINESS", links, "Where Register a Business leads."),
  linkRegisterIndividual: webAddress("LINK_REGISTER_INDIVIDUAL", links, "Where Register an Individual leads."),
  linkRegisterEstate: webAddress("LINK_REGISTER_ESTATE", links, "Where Register an Estate leads."),
  linkFilingOptions: webAddress(
    "LINK_FILING_OPTIONS",
    "https://www.mass.gov/personal-income-tax",
    "Where the filing options are explained."
  ),
  linkFaq: webAddress("LINK_FAQ", "https://www.mass.gov/masstaxconnect", "Frequently Asked Questions."),
  linkVideos: webAddress("LINK_VIDEOS", "https://www.mass.gov/masstaxconnect", "Video Tutorials."),
  linkBillOfRights: webAddress("LINK_BILL_OF_RIGHTS", "https://www.mass.gov/dor", "Taxpayer Bill of Rights.")
} as const satisfies Readonly<Record<string, Setting<unknown>>>
