import { factsSchemas } from "@mtc-logon/core/questions"
import { z } from "zod"

const { claim } = factsSchemas.verification.fields
const types = z.enum(claim.fields.accountType.literals)
const cents = z.int().min(-99_999_999_999).max(99_999_999_999).nullable()
const day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u)
const lines = z.object({ incomeTaxAfterCredits: cents, refund: cents, amountDue: cents, lineItem: cents })
const typed = z.string().max(100)
const count = z.int().min(0).max(1_000_000)

/** The same facts, as zod reads them. */
export const zodFacts = z.object({
  claim: z.object({
    taxpayerType: z.enum(["individual", "business"]),
    idType: z.enum(["SSN", "ITIN", "FEIN"]),
    id: typed,
    accountType: types,
    kind: z.enum(claim.fields.kind.literals),
    amount: cents,
    letterId: typed.nullable()
  }),
  record: z.object({
    returns: z
      .array(
        z.object({
          accountType: types,
          form: z.string().max(40),
          taxYear: z.int().min(1900).max(9999),
          periodEnd: day,
          postedOn: day,
          underReview: z.boolean(),
          joint: z.boolean(),
          filed: lines,
          adjusted: lines.nullable(),
          amendedOf: z.exactOptional(day)
        })
      )
      .max(1000),
    letters: z
      .array(
        z.object({
          letterId: z.string().regex(/^L\d{10}$/u),
          kind: z.enum(["sign-up", "identity-verification", "notice"]),
          ageDays: z.int().min(0).max(100_000),
          state: z.enum(["live", "reserved", "used", "superseded"])
        })
      )
      .max(1000),
    today: day
  }),
  attempts: z.object({
    amountFailures: count,
    amountFailuresInYear: count,
    letterFailures: count,
    letterFailuresLately: count,
    letterFailuresEverywhere: count
  })
})
