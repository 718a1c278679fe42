import { readFileSync } from "node:fs"
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { hashOf, inForceOn } from "../../src/engine/RuleSet.ts"
import { loadRuleSet } from "../../src/rule-sets/loadRuleSet.ts"
import { mtc2020 } from "../../src/rule-sets/massachusetts/mtc2020.ts"
import { nist80063b4 } from "../../src/rule-sets/massachusetts/nist80063b4.ts"
import { policyEntries } from "../../src/questions/policySheet.ts"
import { policyOfValues, policyValues } from "../../src/rule-sets/policyValues.ts"
import { ruleSets } from "../../src/rule-sets/ruleSets.ts"
import { ruleSetToFile } from "../../src/rule-sets/ruleSetToFile.ts"
import { switchableRules } from "../../src/rule-sets/problemsOfRules.ts"

interface VersionByHand {
  version: number
  effective: { from: string; to?: string }
  values: Record<string, { value: unknown; unit: string; source: string }>
  rules: Record<string, Record<string, unknown>>
}

interface FileByHand {
  [member: string]: unknown
  versions: [VersionByHand, ...VersionByHand[]]
}

/** A file of a Department, changed by hand at one place. */
const changed = (change: (file: FileByHand) => void): unknown => {
  const file = structuredClone(ruleSetToFile([mtc2020])) as unknown as FileByHand
  change(file)
  return file
}

const saidOf = (file: unknown): ReadonlyArray<string> => {
  const loaded = loadRuleSet(file)
  return Result.isFailure(loaded)
    ? loaded.failure.problems.map(({ description, path }) => `${path}: ${description}`)
    : []
}

const loadedOf = (file: unknown) => Result.getOrThrow(loadRuleSet(file))

describe("every value of a rule set", () => {
  test.each(ruleSets.map((ruleSet) => ({ line: ruleSet.id, ruleSet })))(
    "has a unit and a source at run time: $line",
    ({ ruleSet }) => {
      const values = policyValues(ruleSet)
      expect(policyOfValues(values)).toEqual(ruleSet.policy)
      for (const [path, { source, unit, value }] of Object.entries(values)) {
        expect(value, path).toBeDefined()
        expect(unit, path).not.toBe("")
        expect(source, path).not.toBe("")
      }
      expect(Object.keys(ruleSet.sources).sort()).toEqual(Object.keys(policyEntries).sort())
    }
  )

  test("is read with the words of its sheet", () => {
    expect(policyValues(mtc2020)["logon.pin.digits"]).toEqual({
      value: 4,
      unit: "digits",
      source: "seed line 167, D-17"
    })
  })
})

describe("a rule set as a file", () => {
  test.each(ruleSets.map((ruleSet) => ({ line: ruleSet.id, ruleSet })))(
    "is loaded with the hash of the one that is shipped: $line",
    async ({ ruleSet }) => {
      const [loaded] = loadedOf(JSON.stringify(ruleSetToFile([ruleSet])))
      expect(await hashOf(loaded!)).toBe(await hashOf(ruleSet))
    }
  )

  test.each([mtc2020, nist80063b4].map((ruleSet) => ({ line: ruleSet.id, ruleSet })))(
    "that is committed is the one that is shipped: $line",
    async ({ ruleSet }) => {
      const text = readFileSync(new URL(`../../../../docs/rules/${ruleSet.id}.json`, import.meta.url), "utf8")
      const [loaded] = loadedOf(text)
      expect(await hashOf(loaded!)).toBe(await hashOf(ruleSet))
    }
  )

  test("changes a number without a release, from a day on", () => {
    const versions = loadedOf(
      changed(({ versions }) => {
        const next = structuredClone(versions[0])
        versions[0].effective.to = "2027-01-01"
        next.version = 2
        next.effective = { from: "2027-01-01" }
        next.values["logon.pin.digits"] = { value: 6, unit: "digits", source: "a decision of the Department" }
        versions.push(next)
      })
    )
    const digitsOn = (day: string) => inForceOn(versions, "mtc-2020", day)?.policy.logon.pin.digits
    expect([digitsOn("2026-12-31"), digitsOn("2027-01-01")]).toEqual([4, 6])
    expect(versions[1]!.sources["logon.pin.digits"]).toBe("a decision of the Department")
  })

  test("switches off a rule that may be, and changes what a person is told to do", async () => {
    const [loaded] = loadedOf(
      changed(({ versions: [{ rules }] }) => {
        rules["D-18c"]!.on = false
        rules["R-17b"]!.remedies = ["remedy.call"]
      })
    )
    const ids = loaded!.ask.username.rows.map(({ rule }) => rule.id)
    expect(ids).not.toContain("D-18c")
    expect(loaded!.ask.username.rows.find(({ rule }) => rule.id === "R-17b")!.rule.remedies).toEqual(["remedy.call"])
    const again = loadedOf(ruleSetToFile([loaded!]))
    expect(await hashOf(again[0]!)).toBe(await hashOf(loaded!))
    expect(await hashOf(loaded!)).not.toBe(await hashOf(mtc2020))
  })

  test("may switch off advice and choices of ours, never a rule of the source", () => {
    for (const id of switchableRules) expect(id).toMatch(/^D-/u)
    expect(saidOf(changed(({ versions: [{ rules }] }) => (rules["R-07"]!.on = false)))).toEqual([
      `versions.0.rules.R-07: You cannot switch off the rule R-07. You can switch off only these: ${switchableRules.join(", ")}.`
    ])
  })
})

describe("a file that is wrong is refused as a whole, in words", () => {
  const twoVersions = (to: string | undefined, from: string) =>
    changed(({ versions }) => {
      versions.push({ ...structuredClone(versions[0]), version: 2, effective: { from } })
      if (to !== undefined) versions[0].effective.to = to
    })

  test.each([
    {
      given: "no JSON",
      file: "{ versions",
      said: ": The file is not JSON. Look for a missing or extra comma, bracket or quotation mark."
    },
    { given: "a list", file: [], said: ": The file is not a rule set. It must have format, id and versions." },
    {
      given: "no versions",
      file: changed((file) => Object.assign(file, { versions: [] })),
      said: "versions: The file must have at least one version."
    },
    {
      given: "a rule that nobody knows",
      file: changed(({ versions: [{ rules }] }) => (rules["R-99"] = { on: true, remedies: ["remedy.call"] })),
      said: 'versions.0.rules.R-99: Unknown rule "R-99". A file can name only rules that this program has.'
    },
    {
      given: "a rule left out",
      file: changed(({ versions: [{ rules }] }) => delete rules["R-08"]),
      said: 'versions.0.rules.R-08: The rule R-08 ("The amount is greater than $0") is missing. List it with its remedies.'
    },
    {
      given: "a rule without a remedy",
      file: changed(({ versions: [{ rules }] }) => (rules["R-08"]!.remedies = [])),
      said: "versions.0.rules.R-08: The rule R-08 has no remedy. List at least one: a person who is refused must know what to do next."
    },
    {
      given: "a remedy without a sentence",
      file: changed(({ versions: [{ rules }] }) => (rules["R-08"]!.remedies = ["remedy.pray"])),
      said: 'versions.0.rules.R-08: The rule R-08 names the remedy "remedy.pray", which does not exist.'
    },
    {
      given: "a rule that is nothing",
      file: changed(({ versions: [{ rules }] }) => (rules["R-08"] = null as never)),
      said: 'versions.0.rules.R-08: The rule R-08 must have "on" and "remedies".'
    },
    {
      given: "a rule that is a text",
      file: changed(({ versions: [{ rules }] }) => (rules["R-08"] = "on" as never)),
      said: 'versions.0.rules.R-08: The rule R-08 must have "on" and "remedies".'
    },
    {
      given: "a rule neither on nor off",
      file: changed(({ versions: [{ rules }] }) => (rules["R-08"]!.on = "yes")),
      said: 'versions.0.rules.R-08: The rule R-08 must have "on": true or false.'
    },
    {
      given: "code in a rule",
      file: changed(({ versions: [{ rules }] }) => (rules["R-08"]!.check = "() => true")),
      said: 'versions.0.rules.R-08: The rule R-08 has "check". It can have only title, on and remedies.'
    },
    {
      given: "a wrong unit",
      file: changed(({ versions: [{ values }] }) => (values["verification.letters.lifeDays"]!.unit = "weeks")),
      said: 'versions.0.values.verification.letters.lifeDays: "how long a letter is valid" must have the unit "days". The file has "weeks".'
    },
    {
      given: "a value that is missing",
      file: changed(({ versions: [{ values }] }) => delete values["logon.pin.digits"]),
      said: 'versions.0.values.logon.pin.digits: The value "digits of a PIN" is missing. It must be a whole number from 4 to 12, in digits.'
    },
    {
      given: "a value out of bounds",
      file: changed(({ versions: [{ values }] }) => (values["logon.pin.digits"]!.value = 3)),
      said: 'versions.0.values.logon.pin.digits: "digits of a PIN" must be a whole number from 4 to 12.'
    },
    {
      given: "a value without a source",
      file: changed(({ versions: [{ values }] }) => (values["logon.pin.digits"]!.source = " ")),
      said: 'versions.0.values.logon.pin.digits: "digits of a PIN" has no source. Say where the value comes from.'
    },
    {
      given: "a value that there is not",
      file: changed(
        ({ versions: [{ values }] }) => (values["logon.pin.digit"] = { value: 4, unit: "digits", source: "x" })
      ),
      said: "versions.0.values.logon.pin.digit: Unknown value. Check the spelling."
    },
    {
      given: "a table with a wrong cell",
      file: changed(
        ({ versions: [{ values }] }) =>
          ((values.accountTypes!.value as Record<string, { claimKinds: string[] }>).meals!.claimKinds = ["gossip"])
      ),
      said: 'versions.0.values.accountTypes: "the account types, and who can choose each" must be a row for each account type: label, idTypes, claimKinds (look at meals.claimKinds.0).'
    },
    {
      given: "a shortest that is longer than the longest",
      file: changed(({ versions: [{ values }] }) => (values["logon.password.minCodePoints"]!.value = 20)),
      said: 'versions.0.values.logon.password.minCodePoints: "shortest password" must not be more than "longest password".'
    },
    {
      given: "a gap",
      file: twoVersions("2026-01-01", "2026-02-01"),
      said: "versions.1.effective.from: There is a gap: version 1 ends on 2026-01-01 and version 2 begins on 2026-02-01. No rules would apply in between."
    },
    {
      given: "an overlap",
      file: twoVersions("2026-02-01", "2026-01-01"),
      said: "versions.1.effective.from: Versions overlap: version 1 ends on 2026-02-01 and version 2 begins on 2026-01-01."
    },
    {
      given: "a version without an end before another",
      file: twoVersions(undefined, "2026-01-01"),
      said: "versions.1.effective.from: Version 1 has no end, so it overlaps with version 2, which begins on 2026-01-01."
    },
    {
      given: "a day that is none",
      file: changed(({ versions: [{ effective }] }) => (effective.from = "2023-02-29")),
      said: "versions.0.effective.from: This must be a day, like 2026-01-01."
    },
    {
      given: "a last version with an end",
      file: changed(({ versions: [{ effective }] }) => (effective.to = "2030-01-01")),
      said: "versions.0.effective.to: The last version must have no end. Otherwise, no rules would apply after it."
    },
    {
      given: "versions counted wrong",
      file: changed(({ versions: [version] }) => (version.version = 3)),
      said: "versions.0.version: Number the versions 1, 2, 3, oldest first. This one must be 1."
    },
    {
      given: "a member too many",
      file: changed((file) => (file.questions = {})),
      said: "questions: Remove this. Only format, id, versions are allowed here."
    },
    {
      given: "an id with a space",
      file: changed((file) => (file.id = "mtc 2020")),
      said: "id: The id must have only lower case letters, digits and hyphens, like mtc-2020."
    }
  ])("$given", ({ file, said }) => {
    expect(saidOf(file)).toEqual([said])
  })

  test("all that is wrong is said at once", () => {
    const said = saidOf(
      changed((file) => {
        file.format = "?"
        delete file.versions[0].values["logon.pin.digits"]
        file.versions[0].rules["R-08"]!.remedies = []
      })
    )
    expect(said).toHaveLength(3)
  })

  test("a leap day is a day", () => {
    expect(saidOf(changed(({ versions: [{ effective }] }) => (effective.from = "2024-02-29")))).toEqual([])
  })
})
