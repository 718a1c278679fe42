import * as Schema from "effect/Schema"
import { idRanges } from "../policy/idRanges.ts"
import { choice, list, whole, wording } from "../policy/PolicyEntry.ts"
import type { PolicyEntry } from "../policy/PolicyEntry.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { claimKindIds, isLineKind } from "./claimKinds.ts"

const accountTypeRow = Schema.Struct({
  /** Wording id of its name. */
  label: wording,
  /** The ID types that are offered it. @rule D-31 */
  idTypes: Schema.UniqueArray(Schema.Literals(["SSN", "ITIN", "FEIN"])).check(Schema.isMinLength(1)),
  /** The evidence that it takes, in the order of the screen. @rule R-04 */
  claimKinds: Schema.UniqueArray(Schema.Literals(claimKindIds)).check(Schema.isMinLength(1))
}).annotate({ identifier: "AccountTypeRow" })

/** A row of the account types that a person can choose. */
export type AccountTypeRow = typeof accountTypeRow.Type

/** First or last tax year, four digits; null: open end. */
const year = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 1900, maximum: 9999 })))

const formLine = Schema.Struct({
  accountType: accountTypeSchema,
  kind: Schema.Literals(claimKindIds.filter(isLineKind)),
  taxYears: Schema.Struct({ from: year, to: year }),
  /** Name of the form: `Form 1`; null where it is not known. */
  form: Schema.NullOr(Schema.String),
  /** Number of the line: `32`; null where it is not known: shown without a number. */
  line: Schema.NullOr(Schema.String),
  /** Wording id of the line's name. */
  label: wording,
  /** `wholeDollars`: a typed amount is rounded half up to dollars before it is compared. @rule R-43 */
  unit: Schema.Literals(["cents", "wholeDollars"]),
  /** Whether the row was held against the form itself. */
  verified: Schema.Boolean,
  source: Schema.String
})

/** Where on which form the amount of a kind of claim stands. @rule R-09 @rule R-15 */
export type FormLine = typeof formLine.Type

const accountTypes = {
  label: "the account types, and who can choose each",
  unit: "table",
  description: "a row for each account type: label, idTypes, claimKinds",
  schema: Schema.Record(accountTypeSchema, accountTypeRow)
} satisfies PolicyEntry

const formLines = {
  label: "the form and line of each amount",
  unit: "table",
  description: "rows of accountType, kind, taxYears, form, line, label, unit, verified, source",
  schema: Schema.Array(formLine)
} satisfies PolicyEntry

/**
 * The values that the verification rules read.
 *
 * **Details**
 *
 * The counters of amounts and of letters are apart: neither counts for the other.
 *
 * @rule R-07 @rule R-11 @rule R-12 @rule R-14 @rule R-41 @rule D-07 @rule D-30 @rule D-61 @rule D-62
 */
export const verificationSheet = {
  idRanges,
  accountTypes,
  formLines,
  verification: {
    taxpayerTypes: list({ label: "the taxpayer types", of: ["individual", "business"], min: 1 }),
    returnWindow: {
      unit: choice({
        label: "what the window of returns counts",
        of: ["latestFiledPeriods", "taxYears"]
      }),
      count: whole({ label: "length of the window", unit: "returns", min: 1, max: 10 })
    },
    amounts: choice({ label: "which amounts of a return count", of: ["filed", "adjusted", "either"] }),
    jointReturns: choice({ label: "amounts of joint returns", of: ["accepted", "refused"] }),
    minimumPostedAgeDays: whole({
      label: "how long a return has to be posted",
      unit: "days",
      min: 0,
      max: 365
    }),
    letters: {
      kinds: list({
        label: "the letters that prove",
        of: ["sign-up", "identity-verification", "notice"]
      }),
      lifeDays: whole({ label: "how long a letter is valid", unit: "days", min: 1, max: 365 }),
      requestIntervalDays: whole({
        label: "days within which no second letter is mailed while the first is unused",
        unit: "days",
        min: 1,
        max: 90
      }),
      maxRequestedInWindow: whole({
        label: "letters that are mailed on request in the window",
        unit: "letters",
        min: 1,
        max: 100
      }),
      requestWindowDays: whole({
        label: "how long a letter counts that was mailed on request",
        unit: "days",
        min: 1,
        max: 365
      })
    },
    attempts: {
      amounts: {
        maxFailures: whole({
          label: "wrong amounts that lock a number",
          unit: "failures",
          min: 1,
          max: 100
        }),
        windowHours: whole({
          label: "window of wrong amounts",
          unit: "hours",
          min: 1,
          max: 720
        }),
        maxFailuresPerYear: whole({
          label: "wrong amounts in a year that close amounts",
          unit: "failures",
          min: 1,
          max: 1000
        }),
        reopenDays: whole({
          label: "time between two openings of closed amounts by their owner",
          unit: "days",
          min: 1,
          max: 365
        })
      },
      letters: {
        maxFailures: whole({
          label: "wrong letter IDs after which a network waits",
          unit: "failures",
          min: 1,
          max: 100
        }),
        windowHours: whole({
          label: "window of wrong letter IDs",
          unit: "hours",
          min: 1,
          max: 720
        }),
        waitMinutes: whole({
          label: "how long such a network waits for its next try",
          unit: "minutes",
          min: 1,
          max: 60
        }),
        alarmFailures: whole({
          label: "wrong letter IDs from everywhere that raise an alarm",
          unit: "failures",
          min: 1,
          max: 100_000
        }),
        maxFailuresInAlarm: whole({
          label: "wrong letter IDs after which a network waits in an alarm",
          unit: "failures",
          min: 1,
          max: 100
        })
      }
    }
  }
}

export type VerificationPolicy = ValuesOf<typeof verificationSheet>
