import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))
const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/** The facts of every second step, as JSON has them. */
export const secondStepFactsSchema = Schema.Struct({
  secondStep: Schema.Struct({
    /** Wrong tries of the logon since its last right one, over all its ways, before this one. */
    failuresInARow: count,
    /** The logon takes no second step before this moment; null: it is not locked. */
    lockedUntil: Schema.NullOr(moment),
    now: moment
  })
})

/** The facts of `security-code`, as JSON has them. */
export const securityCodeFactsSchema = Schema.Struct({
  securityCode: Schema.Struct({
    /** Whether what was typed is the code. */
    equal: Schema.Boolean,
    /** `confirmed`: used. `superseded`: a newer code was sent. */
    state: Schema.Literals(["open", "confirmed", "superseded"]),
    /** Wrong tries of this code before this one. */
    failures: count,
    /** Wrong tries of the logon since its last right one, over all its codes, before this one. */
    failuresInARow: count,
    /** The logon takes no code before this moment; null: it is not locked. */
    lockedUntil: Schema.NullOr(moment),
    now: moment,
    /** It is no longer good at that moment. */
    expiresAt: moment
  })
})

/** Whole steps since 1970-01-01T00:00:00Z. */
const step = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799 })))

/** The facts of `app-code`, as JSON has them. */
export const appCodeFactsSchema = Schema.Struct({
  ...secondStepFactsSchema.fields,
  appCode: Schema.Struct({
    /** The step that what was typed is the code of; null: of none near now. */
    step,
    /** The last step whose code confirmed; null: none did. */
    lastStep: step
  })
})

/** The facts of `recovery-code`, as JSON has them. */
export const recoveryCodeFactsSchema = Schema.Struct({
  ...secondStepFactsSchema.fields,
  recoveryCode: Schema.Struct({
    /** `none`: no code of this logon. `replaced`: newer ones were made. */
    state: Schema.Literals(["open", "used", "replaced", "none"])
  })
})

/** The facts of `passkey`, as JSON has them. */
export const passkeyFactsSchema = Schema.Struct({
  ...secondStepFactsSchema.fields,
  passkey: Schema.Struct({
    /** Whether the answer is signed by the passkey, for this house, over the challenge, and its counter went up. */
    signed: Schema.Boolean,
    /** The challenge: `confirmed`, used already; `superseded`, a newer one was asked for. */
    state: Schema.Literals(["open", "confirmed", "superseded"]),
    /** The challenge is no longer good at that moment (ms). */
    expiresAt: moment
  })
})

/** The facts of `two-step-method` and `two-step-removal`, as JSON has them. */
export const twoStepMethodFactsSchema = Schema.Struct({
  method: Schema.Struct({
    kind: Schema.Literals(["totp", "sms", "email", "passkey"]),
    /** Whether it works already. */
    confirmed: Schema.Boolean,
    /** How many others of the logon work. */
    others: count
  })
})

/** The facts of `trusted-device`, as JSON has them. */
export const trustedDeviceFactsSchema = Schema.Struct({
  trustedDevice: Schema.Struct({
    /** Whether it was trusted for the logon that logs in. */
    sameLogon: Schema.Boolean,
    revoked: Schema.Boolean,
    /** When a newer token took the place of the one shown; null: it is the newest. */
    replacedAt: Schema.NullOr(moment),
    now: moment,
    /** It is no longer trusted at that moment. */
    expiresAt: moment
  })
})
