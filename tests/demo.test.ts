import { peopleAt } from "@mtc-logon/core/testing/rules"
import { en } from "@mtc-logon/core/wording/rules"
import { describe, expect, test } from "vitest"
import { peoplePage } from "../apps/demo/src/pages/peoplePage.ts"
import { typedScreens } from "../apps/demo/src/typedRows.ts"
import { readSources } from "./house/readSources.ts"

const people = peopleAt("2020-11-20")
const individuals = people.filter(({ taxpayerType }) => taxpayerType === "individual")

/** The words of the catalogue that screens of the form show. */
const wordsOfForm = new Set(
  readSources()
    .filter(({ path }) => /packages\/widget\/src\/steps\//.test(path))
    .flatMap(({ text }) => [...text.matchAll(/"((?:field|step)\.[a-z.\d-]+)"/g)].map(([, id = ""]) => id))
    .map((id) => (en as Readonly<Record<string, string>>)[id]?.replace("{digits}", "4"))
)

describe("what the demo tells to type", () => {
  test("is called as the form calls it, field by field", () => {
    const labels = new Set(individuals.flatMap(typedScreens).flatMap(({ rows }) => rows.map(({ label }) => label)))
    expect(labels.size).toBeGreaterThan(15)
    expect([...labels].filter((label) => !wordsOfForm.has(label))).toEqual([])
  })

  test("has each field that is typed, also those that are typed twice", () => {
    const rows = typedScreens(individuals[0]!).flatMap((screen) => screen.rows)
    expect(rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Confirm Social Security number", "Confirm e-mail address", "Confirm password"])
    )
  })
})

test("the demo promises no business that the form approves it", () => {
  const page = String(peoplePage(people))
  const rows = page.split("<tr>").filter((row) => people.some(({ story }) => row.includes(`as=${story}"`)))
  for (const person of people.filter(({ taxpayerType }) => taxpayerType === "business")) {
    const row = rows.find((each) => each.includes(`as=${person.story}"`))!
    expect(row).toContain("The form does not support businesses yet")
  }
})
