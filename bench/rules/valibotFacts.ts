import { factsSchemas } from "@mtc-logon/core/questions"
import * as v from "valibot"

const { claim } = factsSchemas.verification.fields
const types = v.picklist(claim.fields.accountType.literals)
const whole = (minimum: number, maximum: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum))
const cents = v.nullable(whole(-99_999_999_999, 99_999_999_999))
const day = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u))
const lines = v.object({ incomeTaxAfterCredits: cents, refund: cents, amountDue: cents, lineItem: cents })
const typed = v.pipe(v.string(), v.maxLength(100))
const count = whole(0, 1_000_000)

/** The same facts, as valibot reads them. */
export const valibotFacts = v.object({
  claim: v.object({
    taxpayerType: v.picklist(["individual", "business"]),
    idType: v.picklist(["SSN", "ITIN", "FEIN"]),
    id: typed,
    accountType: types,
    kind: v.picklist(claim.fields.kind.literals),
    amount: cents,
    letterId: v.nullable(typed)
  }),
  record: v.object({
    returns: v.pipe(
      v.array(
        v.object({
          accountType: types,
          form: v.pipe(v.string(), v.maxLength(40)),
          taxYear: whole(1900, 9999),
          periodEnd: day,
          postedOn: day,
          underReview: v.boolean(),
          joint: v.boolean(),
          filed: lines,
          adjusted: v.nullable(lines),
          amendedOf: v.exactOptional(day)
        })
      ),
      v.maxLength(1000)
    ),
    letters: v.pipe(
      v.array(
        v.object({
          letterId: v.pipe(v.string(), v.regex(/^L\d{10}$/u)),
          kind: v.picklist(["sign-up", "identity-verification", "notice"]),
          ageDays: whole(0, 100_000),
          state: v.picklist(["live", "reserved", "used", "superseded"])
        })
      ),
      v.maxLength(1000)
    ),
    today: day
  }),
  attempts: v.object({
    amountFailures: count,
    amountFailuresInYear: count,
    letterFailures: count,
    letterFailuresLately: count,
    letterFailuresEverywhere: count
  })
})
