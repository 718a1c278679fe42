import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { diffSaid } from "../../src/engine/diffSaid.ts"
import { hashOf, saysOf } from "../../src/engine/RuleSet.ts"
import { mtc2020 } from "../../src/rule-sets/massachusetts/mtc2020.ts"
import { restoreVersion } from "../../src/rule-sets/restoreVersion.ts"
import type { FileVersion } from "../../src/rule-sets/RuleSetFile.ts"
import { rulesOf } from "../../src/rule-sets/rulesOf.ts"
import { versionToFile } from "../../src/rule-sets/ruleSetToFile.ts"
import { questionsOf, withPolicy } from "../../src/rule-sets/withPolicy.ts"

const kept = JSON.parse(JSON.stringify(versionToFile(mtc2020))) as FileVersion
const { "logon.pin.maxChecksPerDay": _, ...lessValues } = kept.values
const { "R-07": __, ...lessRules } = kept.rules
const nearest = withPolicy({ ...mtc2020, version: 2 }, (policy) => ({
  ...policy,
  logon: { ...policy.logon, pin: { digits: 6, maxChecksPerDay: 7 } }
}))

const restored = (version: FileVersion, near: typeof nearest | undefined = nearest) =>
  Result.getOrThrow(restoreVersion("mtc-2020", version, near))
const idsOf = (ruleSet: typeof nearest) => rulesOf(questionsOf(ruleSet)).map(({ id }) => id)

describe("a version that a house kept", () => {
  test("of this release has the hash of before, whatever its number and days", async () => {
    const second = { ...mtc2020, version: 2, effective: { from: "2021-01-01", to: "2022-01-01" } }
    expect(await hashOf(restored(versionToFile(second), undefined))).toBe(await hashOf(second))
  })

  test("takes a value that it never said from the version that is likest to it, and its source says so", () => {
    const read = restored({ ...kept, values: lessValues })
    expect(read.policy.logon.pin).toEqual({ digits: 4, maxChecksPerDay: 7 })
    expect(read.sources["logon.pin.maxChecksPerDay"]).toMatch(/^not said by it; as version 2 has it: /)
    expect(diffSaid(saysOf(mtc2020), saysOf(read))).toEqual([
      "policy.logon.pin.maxChecksPerDay: 3 -> 7",
      expect.stringContaining("sources.logon.pin.maxChecksPerDay: ")
    ])
  })

  test("does not ask a rule that it never heard of, and says no more of it than before", async () => {
    const read = restored({ ...kept, rules: lessRules })
    expect(idsOf(read)).toEqual(idsOf(mtc2020).filter((id) => id !== "R-07"))
    const again = JSON.parse(JSON.stringify(versionToFile(read))) as FileVersion
    expect(await hashOf(restored(again))).toBe(await hashOf(read))
  })

  test("asks a rule that it names by a former id", async () => {
    const { "D-14d": lock, ...others } = kept.rules
    expect(await hashOf(restored({ ...kept, rules: { ...others, "D-14a": lock! } }))).toBe(await hashOf(mtc2020))
    expect(await hashOf(restored({ ...kept, rules: { ...kept.rules, "D-14a": lock! } }))).toBe(await hashOf(mtc2020))
  })

  test("is read with R-05, which moved to the grammar of an answer", async () => {
    const confirm = { on: true, remedies: ["remedy.check-id"] } as const
    expect(await hashOf(restored({ ...kept, rules: { ...kept.rules, "R-05": confirm } }))).toBe(await hashOf(mtc2020))
  })

  test("loses a value, an idle rule and a remedy that nobody knows any more", async () => {
    const values = { ...kept.values, "logon.pin.colour": { value: "red", unit: "colours", source: "somebody" } }
    const rules = {
      ...kept.rules,
      "R-07": { ...kept.rules["R-07"]!, remedies: ["remedy.gone"] },
      "R-99": { on: false, remedies: ["remedy.gone"] }
    }
    expect(await hashOf(restored({ ...kept, values, rules }))).toBe(await hashOf(mtc2020))
  })

  test.each([
    [
      "a value that may be no more",
      { values: { ...kept.values, idRanges: { ...kept.values["idRanges"]!, value: 1 } } }
    ],
    [
      "a value of another unit",
      { values: { ...kept.values, idRanges: { ...kept.values["idRanges"]!, unit: "days" } } }
    ],
    ["a rule that it asks and that is gone", { rules: { ...kept.rules, "R-99": kept.rules["R-07"]! } }],
    ["a value that is none", { values: { ...kept.values, idRanges: null } }],
    ["no values at all", { values: undefined }]
  ])("is not read with %s", (_name, change) => {
    expect(Result.isFailure(restoreVersion("mtc-2020", { ...kept, ...change }, nearest))).toBe(true)
  })

  test("is not read where a value is missing and its line has no other version", () => {
    expect(Result.isFailure(restoreVersion("acme", { ...kept, values: lessValues }, undefined))).toBe(true)
  })
})

test("what two rule sets say is compared by rule: one more does not move the others", () => {
  const less = restored({ ...kept, rules: lessRules })
  const changes = diffSaid(saysOf(less), saysOf(mtc2020))
  expect(changes.filter((change) => change.startsWith("rules."))).toEqual([
    expect.stringMatching(/^rules\.R-07: undefined -> \{/)
  ])
  expect(changes.filter((change) => !change.startsWith("rules.")).every((change) => change.includes(".asks: "))).toBe(
    true
  )
})
