import * as Schema from "effect/Schema"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { claimKindIds, isLineKind } from "../verification/claimKinds.ts"

/** The description of a policy value. */
export interface PolicyEntry {
  /** English, for staff. */
  readonly label: string
  /** What a number counts, or the kind of value: `days`, `choice`, `table`. */
  readonly unit: string
  /** What the value must be, in words: `a whole number from 1 to 365`. */
  readonly description: string
  readonly schema: Schema.ConstraintDecoder<unknown>
}

type Named = Pick<PolicyEntry, "label">

const whole = ({ label, unit, min, max }: Named & { unit: string; min: number; max: number }): PolicyEntry => ({
  label,
  unit,
  description: `a whole number from ${min} to ${max}`,
  schema: Schema.Int.check(Schema.isBetween({ minimum: min, maximum: max }))
})

const choice = ({ label, of }: Named & { of: ReadonlyArray<string> }): PolicyEntry => ({
  label,
  unit: "choice",
  description: `one of ${of.join(", ")}`,
  schema: Schema.Literals(of)
})

const list = ({ label, of, min = 0 }: Named & { of: ReadonlyArray<string>; min?: number }): PolicyEntry => ({
  label,
  unit: "list",
  description: `a list of ${of.join(", ")}${min === 0 ? "" : ", one at least"}, each once`,
  schema: Schema.UniqueArray(Schema.Literals(of)).check(Schema.isMinLength(min))
})

const text = ({ label, pattern, description }: Named & { pattern: RegExp; description: string }): PolicyEntry => ({
  label,
  unit: "text",
  description,
  schema: Schema.String.check(Schema.isPattern(pattern))
})

const wordingId = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+$/u
const wording = Schema.String.check(Schema.isPattern(wordingId))
const wordings = ({ label }: Named): PolicyEntry => ({
  label,
  unit: "list",
  description: "a list of ids of sentences, one at least",
  schema: Schema.Array(wording).check(Schema.isMinLength(1))
})

const accountTypeRow = Schema.Struct({
  label: wording,
  idTypes: Schema.UniqueArray(Schema.Literals(["SSN", "ITIN", "FEIN"])).check(Schema.isMinLength(1)),
  claimKinds: Schema.UniqueArray(Schema.Literals(claimKindIds)).check(Schema.isMinLength(1))
}).annotate({ identifier: "AccountTypeRow" })

const accountTypes: PolicyEntry = {
  label: "the account types, and who can choose each",
  unit: "table",
  description: "a row for each account type: label, idTypes, claimKinds",
  schema: Schema.Struct(
    Object.fromEntries(accountTypeSchema.literals.map((id) => [id, accountTypeRow]))
  ) as unknown as PolicyEntry["schema"]
}

const year = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 1900, maximum: 9999 })))

const formLines: PolicyEntry = {
  label: "the form and line of each amount",
  unit: "table",
  description: "rows of accountType, kind, taxYears, form, line, label, unit, verified, source",
  schema: Schema.Array(
    Schema.Struct({
      accountType: accountTypeSchema,
      kind: Schema.Literals(claimKindIds.filter(isLineKind)),
      taxYears: Schema.Struct({ from: year, to: year }),
      form: Schema.NullOr(Schema.String),
      line: Schema.NullOr(Schema.String),
      label: wording,
      unit: Schema.Literals(["cents", "wholeDollars"]),
      verified: Schema.Boolean,
      source: Schema.String
    })
  )
}

const trustedDevice: PolicyEntry = {
  label: "how long a device is trusted, how many of them, for how many logons, and how long a replaced token is taken",
  unit: "days, devices, logons and seconds",
  description:
    '"off", or lifetimeDays from 1 to 365, maxDevices from 1 to 100, maxLogons from 1 to 20 and graceSeconds from 0 to 600',
  schema: Schema.Union([
    Schema.Literal("off"),
    Schema.Struct({
      lifetimeDays: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 365 })),
      maxDevices: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 })),
      maxLogons: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 20 })),
      graceSeconds: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 600 }))
    })
  ])
}

const flag = ({ label }: Named): PolicyEntry => ({
  label,
  unit: "yes or no",
  description: "true or false",
  schema: Schema.Boolean
})

/** Every policy value by path: its name, its unit, and what it can be. Other values cannot be loaded. */
export const policySheet: Readonly<Record<string, PolicyEntry>> = {
  idRanges: choice({ label: "which numbers exist", of: ["live", "sandbox"] }),
  accountTypes,
  formLines,
  "verification.taxpayerTypes": list({ label: "the taxpayer types", of: ["individual", "business"], min: 1 }),
  "verification.returnWindow.unit": choice({
    label: "what the window of returns counts",
    of: ["latestFiledPeriods", "taxYears"]
  }),
  "verification.returnWindow.count": whole({ label: "length of the window", unit: "returns", min: 1, max: 10 }),
  "verification.amounts": choice({ label: "which amounts of a return count", of: ["filed", "adjusted", "either"] }),
  "verification.jointReturns": choice({ label: "amounts of joint returns", of: ["accepted", "refused"] }),
  "verification.minimumPostedAgeDays": whole({
    label: "how long a return has to be posted",
    unit: "days",
    min: 0,
    max: 365
  }),
  "verification.letters.kinds": list({
    label: "the letters that prove",
    of: ["sign-up", "identity-verification", "notice"]
  }),
  "verification.letters.lifeDays": whole({ label: "how long a letter is valid", unit: "days", min: 1, max: 365 }),
  "verification.letters.requestIntervalDays": whole({
    label: "days within which no second letter is mailed while the first is unused",
    unit: "days",
    min: 1,
    max: 90
  }),
  "verification.letters.maxRequestedInWindow": whole({
    label: "letters that are mailed on request in the window",
    unit: "letters",
    min: 1,
    max: 100
  }),
  "verification.letters.requestWindowDays": whole({
    label: "how long a letter counts that was mailed on request",
    unit: "days",
    min: 1,
    max: 365
  }),
  "verification.attempts.amounts.maxFailures": whole({
    label: "wrong amounts that lock a number",
    unit: "failures",
    min: 1,
    max: 100
  }),
  "verification.attempts.amounts.windowHours": whole({
    label: "window of wrong amounts",
    unit: "hours",
    min: 1,
    max: 720
  }),
  "verification.attempts.amounts.maxFailuresPerYear": whole({
    label: "wrong amounts in a year that close amounts",
    unit: "failures",
    min: 1,
    max: 1000
  }),
  "verification.attempts.amounts.reopenDays": whole({
    label: "time between two openings of closed amounts by their owner",
    unit: "days",
    min: 1,
    max: 365
  }),
  "verification.attempts.letters.maxFailures": whole({
    label: "wrong letter IDs after which a network waits",
    unit: "failures",
    min: 1,
    max: 100
  }),
  "verification.attempts.letters.windowHours": whole({
    label: "window of wrong letter IDs",
    unit: "hours",
    min: 1,
    max: 720
  }),
  "verification.attempts.letters.waitMinutes": whole({
    label: "how long such a network waits for its next try",
    unit: "minutes",
    min: 1,
    max: 60
  }),
  "verification.attempts.letters.alarmFailures": whole({
    label: "wrong letter IDs from everywhere that raise an alarm",
    unit: "failures",
    min: 1,
    max: 100_000
  }),
  "verification.attempts.letters.maxFailuresInAlarm": whole({
    label: "wrong letter IDs after which a network waits in an alarm",
    unit: "failures",
    min: 1,
    max: 100
  }),
  "logon.username.minCodePoints": whole({ label: "shortest username", unit: "characters", min: 1, max: 100 }),
  "logon.username.maxCodePoints": whole({ label: "longest username", unit: "characters", min: 1, max: 200 }),
  "logon.password.minCodePoints": whole({ label: "shortest password", unit: "characters", min: 8, max: 100 }),
  "logon.password.maxCodePoints": whole({ label: "longest password", unit: "characters", min: 8, max: 1000 }),
  "logon.password.classes": list({
    label: "the character classes that a password must have",
    of: ["upper", "lower", "digit"]
  }),
  "logon.password.history": whole({
    label: "passwords that cannot be chosen again",
    unit: "passwords",
    min: 0,
    max: 24
  }),
  "logon.password.blocklist": choice({ label: "a common password is a", of: ["warning", "refusal"] }),
  "logon.password.mayContainUsername": flag({ label: "whether a password may contain the username" }),
  "logon.secretQuestions": {
    label: "the secret questions",
    unit: "list",
    description: "a list of ids of questions, each once; empty: none is asked",
    schema: Schema.UniqueArray(Schema.String.check(Schema.isPattern(/^[a-z][a-z0-9-]*$/u)))
  },
  "logon.secretAnswer.minCodePoints": whole({ label: "shortest secret answer", unit: "characters", min: 1, max: 100 }),
  "logon.secretAnswer.maxCodePoints": whole({ label: "longest secret answer", unit: "characters", min: 1, max: 1000 }),
  "logon.pin.digits": whole({ label: "digits of a PIN", unit: "digits", min: 4, max: 12 }),
  "logon.pin.maxChecksPerDay": whole({
    label: "how often staff may check a PIN",
    unit: "checks a day",
    min: 1,
    max: 100
  }),
  "logon.profile.name.minCodePoints": whole({ label: "shortest name", unit: "characters", min: 1, max: 100 }),
  "logon.profile.name.maxCodePoints": whole({ label: "longest name", unit: "characters", min: 1, max: 1000 }),
  "logon.profile.phoneCountries": {
    label: "the phone countries, the first is the default",
    unit: "list",
    description: "a list of countries in two capital letters, one at least, each once",
    schema: Schema.UniqueArray(Schema.String.check(Schema.isPattern(/^[A-Z]{2}$/u))).check(Schema.isMinLength(1))
  },
  "logon.profile.phoneTypes": list({ label: "the phone types", of: ["cell", "home", "work"], min: 1 }),
  "logon.activation.requireActivation": flag({ label: "whether the first log-in requires the link from the e-mail" }),
  "logon.activation.lifetimeHours": whole({ label: "how long the link is valid", unit: "hours", min: 1, max: 168 }),
  "logon.activation.resends": whole({ label: "how often the link is sent again", unit: "links", min: 0, max: 100 }),
  "logon.activation.unusedDays": whole({
    label: "days without a first log-in that free a username",
    unit: "days",
    min: 1,
    max: 365
  }),
  "terms.version": text({
    label: "the day the terms came into force",
    pattern: /^\d{4}-\d{2}-\d{2}$/u,
    description: "a day, like 2020-11-20"
  }),
  "terms.sentences.SSN": wordings({ label: "the terms for an SSN" }),
  "terms.sentences.ITIN": wordings({ label: "the terms for an ITIN" }),
  "terms.sentences.FEIN": wordings({ label: "the terms for an FEIN" }),
  "access.confirmationHoldDays": whole({
    label: "days during which a new Master Administrator cannot grant access",
    unit: "days",
    min: 0,
    max: 90
  }),
  "access.notMeDays": whole({
    label: 'how long "this was not me" acts on a new logon',
    unit: "days",
    min: 1,
    max: 365
  }),
  "access.accessRequestDays": whole({ label: "how long an access request is open", unit: "days", min: 1, max: 90 }),
  "twoStep.kinds": list({ label: "the two-step methods", of: ["totp", "sms", "email", "passkey"], min: 1 }),
  "twoStep.code.digits": whole({ label: "digits of a security code", unit: "digits", min: 6, max: 10 }),
  "twoStep.code.lifetimeMinutes": whole({ label: "how long a code is valid", unit: "minutes", min: 1, max: 60 }),
  "twoStep.code.maxTries": whole({ label: "wrong tries that a code allows", unit: "tries", min: 1, max: 20 }),
  "twoStep.code.maxFailuresInARow": whole({
    label: "wrong codes in a row that lock a logon",
    unit: "failures",
    min: 1,
    max: 100
  }),
  "twoStep.code.lockMinutes": whole({ label: "how long that lock lasts", unit: "minutes", min: 1, max: 1440 }),
  "twoStep.code.resend.cooldownSeconds": whole({
    label: "time before the next code",
    unit: "seconds",
    min: 0,
    max: 3600
  }),
  "twoStep.code.resend.per15Minutes": whole({ label: "codes in 15 minutes", unit: "codes", min: 1, max: 100 }),
  "twoStep.code.resend.perDay": whole({ label: "codes in a day", unit: "codes", min: 1, max: 1000 }),
  "twoStep.app.stepSeconds": whole({ label: "how long an app shows a code", unit: "seconds", min: 15, max: 120 }),
  "twoStep.app.toleranceSteps": whole({
    label: "codes of an app before and after now that are taken",
    unit: "codes",
    min: 0,
    max: 5
  }),
  "twoStep.passkey.lifetimeMinutes": whole({
    label: "how long a passkey may take to sign",
    unit: "minutes",
    min: 1,
    max: 10
  }),
  "twoStep.recoveryCode.count": whole({ label: "recovery codes made at once", unit: "codes", min: 1, max: 50 }),
  "twoStep.recoveryCode.characters": whole({
    label: "length of a recovery code, five bits each",
    unit: "characters",
    min: 13,
    max: 32
  }),
  "twoStep.trustedDevice": trustedDevice,
  "session.idleMinutes": whole({ label: "idle time that ends a session", unit: "minutes", min: 1, max: 60 }),
  "session.totalHours": whole({ label: "longest session", unit: "hours", min: 1, max: 24 }),
  "session.warnSeconds": whole({ label: "warning before the idle end", unit: "seconds", min: 20, max: 600 }),
  "session.passwordAgainMinutes": whole({
    label: "how long a typed password allows changes",
    unit: "minutes",
    min: 1,
    max: 60
  }),
  "logIn.maxFailuresInARow": whole({
    label: "wrong passwords in a row that close a password",
    unit: "failures",
    min: 10,
    max: 100
  }),
  "logIn.maxFailures": whole({ label: "wrong passwords that close a username", unit: "failures", min: 1, max: 100 }),
  "logIn.windowMinutes": whole({ label: "window of wrong passwords", unit: "minutes", min: 1, max: 1440 }),
  "profile.emailLinkHours": whole({
    label: "how long the link to a new e-mail address is valid",
    unit: "hours",
    min: 1,
    max: 24
  }),
  "profile.notMeDays": whole({ label: 'how long "this was not me" undoes a change', unit: "days", min: 1, max: 90 }),
  "recovery.linkMinutes": whole({
    label: "how long the link for a forgotten password is valid",
    unit: "minutes",
    min: 1,
    max: 1440
  }),
  "recovery.maxWrongAnswers": whole({ label: "wrong answers that end a link", unit: "answers", min: 1, max: 20 }),
  "recovery.maxWrongAnswersInWindow": whole({
    label: "wrong answers that close recovery",
    unit: "answers",
    min: 1,
    max: 100
  }),
  "recovery.windowHours": whole({ label: "window of wrong answers", unit: "hours", min: 1, max: 24 }),
  "recovery.maxLinksPerHour": whole({ label: "links of a logon in an hour", unit: "links", min: 1, max: 100 }),
  "letters.formerAddressDays": whole({
    label: "how long the previous address also gets letters",
    unit: "days",
    min: 0,
    max: 365
  }),
  "letters.lockLetterDays": whole({ label: "time between two letters about a lock", unit: "days", min: 1, max: 365 }),
  "contacts.phone": text({
    label: "the phone number for help",
    pattern: /^[\d ()+-]{7,20}$/u,
    description: "a phone number, like 617-555-0100"
  }),
  "contacts.tollFree": text({
    label: "the toll-free number",
    pattern: /^[\d ()+-]{7,20}$/u,
    description: "a phone number, like 617-555-0100"
  }),
  "contacts.hours": text({
    label: "the business hours",
    pattern: wordingId,
    description: "the id of a sentence, like contact.hours"
  }),
  "contacts.mailFrom": text({
    label: "the address that every e-mail comes from",
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
    description: "an e-mail address"
  }),
  "retention.draftIdleMinutes": whole({ label: "idle time that ends a draft", unit: "minutes", min: 1, max: 1440 }),
  "retention.draftHours": whole({ label: "longest draft", unit: "hours", min: 1, max: 168 }),
  "retention.attemptYears": whole({ label: "how long attempts are kept", unit: "years", min: 1, max: 20 }),
  "retention.decisionYears": whole({ label: "how long the decision log is kept", unit: "years", min: 1, max: 20 }),
  "retention.auditYears": whole({ label: "how long the audit trail is kept", unit: "years", min: 1, max: 50 }),
  "retention.ticketHours": whole({ label: "how long an ended ticket is kept", unit: "hours", min: 1, max: 168 }),
  "retention.sessionDays": whole({ label: "how long an ended session is kept", unit: "days", min: 1, max: 365 }),
  "retention.noticeDays": whole({ label: "how long a notice is kept", unit: "days", min: 1, max: 365 }),
  "retention.linkDays": whole({ label: "how long an ended mailed link is kept", unit: "days", min: 1, max: 365 })
}
