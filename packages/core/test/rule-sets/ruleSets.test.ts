import { describe, expect, test } from "vitest"
import { questions } from "../../src/questions/questions.ts"
import { hashOf, inForceOn } from "../../src/engine/RuleSet.ts"
import { diff } from "../../src/engine/whatIf.ts"
import { mtc2020 } from "../../src/rule-sets/massachusetts/mtc2020.ts"
import { nist80063b4 } from "../../src/rule-sets/massachusetts/nist80063b4.ts"
import { registerOf } from "../../src/rule-sets/registerOf.ts"
import { inForce, ruleSets } from "../../src/rule-sets/ruleSets.ts"
import { statements } from "../../src/rule-sets/statements.ts"
import { isFormLineFor } from "../../src/verification/isFormLineFor.ts"
import { en } from "../../src/wording/locales/en.ts"
import { sandbox, strict } from "../outcomeOf.ts"

const { policy } = mtc2020

describe("D-01 the rule sets", () => {
  test("each day has the version that is in force, and the days before the first have none", () => {
    expect(inForce("mtc-2020", "2020-11-20")).toBe(mtc2020)
    expect(inForce("nist-800-63b-4", "2025-08-01")).toBe(nist80063b4)
    expect(inForce("nist-800-63b-4", "2025-07-31")).toBeUndefined()
    expect(inForce("nobody's", "2025-08-01")).toBeUndefined()
  })

  test.each(["yesterday", "2020-02-30", "2020-11-20T00:00:00Z", "", "11/20/2020", null, new Date(0)])(
    "are asked of a day: %j is none, and the failure says what is one",
    (day) => {
      const inWords = new RangeError("asOf must be a day of the calendar, YYYY-MM-DD: 2020-11-20")
      expect(() => inForce("mtc-2020", day as string)).toThrow(inWords)
      expect(() => inForceOn(ruleSets, "mtc-2020", day as string)).toThrow(inWords)
    }
  )

  test("are plain JSON in what they say, and have different hashes", async () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy)
    const hashes = await Promise.all([...ruleSets, sandbox, strict].map(hashOf))
    expect(new Set(hashes).size).toBe(4)
    for (const hash of hashes) expect(hash).toMatch(/^[\da-f]{64}$/u)
  })

  test("ship with live numbers; the sandbox differs in nothing else", () => {
    expect(policy.idRanges).toBe("live")
    expect(diff(policy, sandbox.policy)).toEqual(['idRanges: "live" -> "sandbox"'])
  })

  test("differ where the standard speaks", () => {
    const changes = diff(policy, nist80063b4.policy)
    for (const change of [
      "verification.letters.lifeDays: 90 -> 21",
      "logon.password.minCodePoints: 8 -> 15",
      "logon.pin.digits: 4 -> 6"
    ]) {
      expect(changes).toContain(change)
    }
  })
})

test("R-02 a taxpayer is an individual or a business", () => {
  expect(policy.verification.taxpayerTypes).toEqual(["individual", "business"])
})

test("R-13 the phone numbers are one policy value, the misprint of line 95 mended", () => {
  expect(policy.contacts).toEqual({
    phone: "617-887-6367",
    tollFree: "800-392-6089",
    hours: "contact.hours",
    mailFrom: "MTCNoReply@dor.state.ma.us"
  })
  for (const text of Object.values(en)) expect(text).not.toMatch(/617|800-392/u)
})

test("R-25 the terms certify the number that was given", () => {
  const texts = (idType: "SSN" | "ITIN" | "FEIN") =>
    policy.terms.sentences[idType].map((id) => en[id as keyof typeof en])
  expect(texts("SSN")).toHaveLength(7)
  expect(texts("SSN")[1]).toContain("Social Security Number (SSN)")
  expect(texts("ITIN")[1]).toContain("(ITIN)")
  expect(texts("ITIN").join(" ")).not.toContain("Social Security")
  expect(texts("FEIN")[1]).toContain("(FEIN)")
  expect(texts("FEIN").join(" ")).not.toContain("personal")
})

test("R-31 codes come by app, text message or e-mail", () => {
  expect(policy.twoStep.kinds.slice(0, 3)).toEqual(["totp", "sms", "email"])
  expect(nist80063b4.policy.twoStep.kinds).toEqual(["totp", "passkey"])
})

describe("R-09 the table of lines", () => {
  const lineOf = (kind: "taxReturnAmount" | "refundAmount" | "amountDue", taxYear: number) =>
    policy.formLines
      .filter((row) => isFormLineFor(row, "personal-income-tax", kind, taxYear, "Form 1"))
      .map(({ line }) => line)
  test.each([
    { taxYear: 2017, lines: ["32", "48", "49"] },
    { taxYear: 2018, lines: ["32", "49", "50"] },
    { taxYear: 2019, lines: ["32", "50", "51"] },
    { taxYear: 2020, lines: ["32", "50", "51"] },
    { taxYear: 2021, lines: ["32", "52", "53"] },
    { taxYear: 2024, lines: [null, null, null] }
  ])("Form 1 of $taxYear: $lines", ({ taxYear, lines }) => {
    const kinds = ["taxReturnAmount", "refundAmount", "amountDue"] as const
    expect(kinds.flatMap((kind) => lineOf(kind, taxYear))).toEqual(lines)
  })

  test("Form 1-NR/PY has a row for each kind of amount and each year, without a number", () => {
    for (const kind of ["taxReturnAmount", "refundAmount", "amountDue"] as const) {
      for (const taxYear of [2017, 2021, 2024]) {
        const rows = policy.formLines.filter((row) =>
          isFormLineFor(row, "personal-income-tax", kind, taxYear, "Form 1-NR/PY")
        )
        expect(rows.map(({ line, verified }) => ({ line, verified }))).toEqual([{ line: null, verified: false }])
      }
    }
  })

  test("a row without a number, and one that was not held against the form, say so", () => {
    for (const { source, verified } of policy.formLines) {
      expect(verified).toBe(false)
      expect(source).not.toBe("")
    }
  })

  test("has a row for every amount that an account type takes", () => {
    for (const [accountType, { claimKinds }] of Object.entries(policy.accountTypes)) {
      for (const kind of claimKinds.filter((kind) => kind !== "letterId")) {
        const rows = policy.formLines.filter((row) => isFormLineFor(row, accountType as "meals", kind, 2019))
        expect(rows.length, `${accountType} ${kind}`).toBeGreaterThan(0)
      }
    }
  })
})

describe("the register", () => {
  const register = registerOf(questions, statements)

  test("has every rule of the source, each id once, each with a citation", () => {
    const ids = register.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (let n = 1; n <= 46; n++) {
      const id = `R-${n.toString().padStart(2, "0")}`
      expect(
        ids.some((its) => its.startsWith(id)),
        id
      ).toBe(true)
    }
    for (const { id, cites } of register) expect(cites.length, id).toBeGreaterThan(0)
  })

  test("names sentences that exist", () => {
    const said = (id: string) => expect(en, id).toHaveProperty([id])
    for (const { message, remedies = [] } of register) {
      if (message !== undefined) said(message)
      remedies.forEach(said)
    }
    for (const { secretAnswer } of Object.values(questions)) {
      said(secretAnswer.message)
      secretAnswer.remedies.forEach(said)
    }
    for (const { label } of [...Object.values(policy.accountTypes), ...policy.formLines]) said(label)
    for (const id of policy.logon.secretQuestions) said(`secret-question.${id}`)
    Object.values(policy.terms.sentences).flat().forEach(said)
    said(policy.contacts.hours)
  })

  test("makes every rule with a fact of the record secret, and no rule on what was typed", () => {
    const secret = register.filter((entry) => entry.secret).map(({ id }) => id)
    expect(secret).toEqual([
      "R-06",
      "R-07",
      "R-09",
      "R-14a",
      "R-14b",
      "R-34b",
      "R-41",
      "D-07b",
      "D-07c",
      "D-07d",
      "D-12",
      "D-15a",
      "D-15b",
      "D-15c",
      "D-25b",
      "D-25c",
      "D-35",
      "D-48e",
      "D-62a",
      "D-62b"
    ])
  })
})
