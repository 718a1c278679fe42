import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))
const typed = Schema.String.check(Schema.isMaxLength(1000))

/** The facts of `activation-code`, as JSON has them. */
export const activationCodeFactsSchema = Schema.Struct({
  activationCode: Schema.Struct({
    /** Whether the code of the link is this logon's; false where none came with the log-in. */
    equal: Schema.Boolean,
    /** `superseded`: a newer link was sent. */
    state: Schema.Literals(["open", "used", "superseded"]),
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    now: moment,
    /** The same; it is no longer good at that moment. */
    expiresAt: moment
  })
})

/** The facts of `mailed-link`, as JSON has them. */
export const mailedLinkFactsSchema = Schema.Struct({
  mailedLink: Schema.Struct({
    /** `used`: it did what it is for. `superseded`: a newer one, or what happened since, took its place. */
    state: Schema.Literals(["open", "used", "superseded"]),
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    now: moment,
    /** The same; it is no longer good at that moment. */
    expiresAt: moment
  })
})

/** The facts of `password`, as JSON has them. */
export const passwordFactsSchema = Schema.Struct({
  password: Schema.Struct({
    /** As typed, never trimmed or cut; the rules read it as `passwordKey` has it. */
    text: typed,
    /** As typed a second time. */
    confirm: typed,
    username: typed,
    /** On the list of common passwords. */
    blocklisted: Schema.Boolean
  })
})

/** The facts of `password-change`, as JSON has them. */
export const passwordChangeFactsSchema = Schema.Struct({
  ...passwordFactsSchema.fields,
  passwordChange: Schema.Struct({
    /** One of the passwords that the history of the policy keeps. */
    reused: Schema.Boolean
  })
})

/** The facts of `profile`, as JSON has them. */
export const profileFactsSchema = Schema.Struct({
  profile: Schema.Struct({
    name: typed,
    /** ISO 3166-1 alpha-2. */
    phoneCountry: typed,
    phoneType: typed,
    /** E.164, as `parsePhoneNumber` gives it: `+16178876367`. */
    phoneNumber: typed,
    /** Digits. */
    pin: typed,
    email: typed,
    confirmEmail: typed
  })
})

/** The facts of `secret-question`, as JSON has them. */
export const secretQuestionFactsSchema = Schema.Struct({
  secretQuestion: Schema.Struct({
    /** Id of the question. */
    question: typed,
    /** As `parseSecretAnswer` gives it. */
    answer: typed,
    username: typed,
    password: typed
  })
})

/** The facts of `username`, as JSON has them. */
export const usernameFactsSchema = Schema.Struct({
  username: Schema.Struct({
    /** As typed. */
    text: typed,
    /** The person's own SSN, ITIN or FEIN, nine digits; null where it is not known to whoever asks. */
    ownNumber: Schema.NullOr(Schema.String.check(Schema.isPattern(/^\d{9}$/u))),
    /** Somebody has it, or had it once. */
    taken: Schema.Boolean
  })
})
