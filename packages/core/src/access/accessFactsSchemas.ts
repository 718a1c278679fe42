import * as Schema from "effect/Schema"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { evidences } from "../verification/claimKinds.ts"
import { holdKinds } from "../taxpayer/TaxpayerRecords.ts"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))

/** The facts of `role` and `terms`, as JSON has them. */
export const accessFactsSchema = Schema.Struct({
  access: Schema.Struct({
    /** Whether the taxpayer has a Master Administrator, reserved or effective. */
    masterExists: Schema.Boolean,
    /** The account that was verified. */
    accountType: accountTypeSchema,
    taxProfessional: Schema.Boolean,
    termsAccepted: Schema.Boolean,
    /** The version that was accepted, ISO 8601 day. */
    termsVersion: Schema.String.check(Schema.isMaxLength(40))
  })
})

/** The facts of `processing`, as JSON has them. */
export const processingFactsSchema = Schema.Struct({
  request: Schema.Struct({
    holds: Schema.Array(Schema.Literals(holdKinds)).check(Schema.isMaxLength(10)),
    /** The verified tax account is closed to online access. */
    accountClosed: Schema.Boolean
  })
})

const evidence = Schema.Literals(evidences)

/** The facts of `contest`, as JSON has them. */
export const contestFactsSchema = Schema.Struct({
  contest: Schema.Struct({
    /** What the newcomer proved with. */
    evidence,
    /** Somebody who has access stands on a letter. */
    letterStands: Schema.Boolean,
    /** When the contest began, in milliseconds since 1970-01-01T00:00:00Z; null: there is none. */
    openedAt: Schema.NullOr(moment),
    /** A code from the previous address began it: only staff end it. */
    staffOnly: Schema.Boolean,
    /** When the newcomer's letter was mailed, the same; null where no letter is the evidence. */
    letterMailedAt: Schema.NullOr(moment)
  })
})

/** The facts of `granting`, as JSON has them. */
export const grantingFactsSchema = Schema.Struct({
  granting: Schema.Struct({
    /** What the Master Administrator proved with. */
    evidence,
    /** A contest is open on the taxpayer. */
    contestOpen: Schema.Boolean,
    /** Whether they entered the code of a letter since. */
    letterCodeEntered: Schema.Boolean,
    /** Whole days since their role became effective. */
    effectiveDays: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 }))
  })
})
