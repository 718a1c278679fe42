// @vitest-environment jsdom
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { show } from "../page.ts"
import { examples } from "./examples.tsx"

const parts = readdirSync(join(import.meta.dirname, "../../src/parts"))
const cases = Object.entries(examples).flatMap(([part, shown]) =>
  Object.entries(shown).map(([name, node]) => ({ part, name, node }))
)

test("every part has examples", () => {
  expect([...new Set(cases.map(({ part }) => part))].toSorted()).toEqual(parts.toSorted())
})

describe.each(cases)("$part, $name", ({ node }) => {
  test("renders with each field labelled and each reference leading somewhere", async () => {
    const root = await show(node)
    for (const field of root.querySelectorAll<HTMLInputElement>("input, select")) {
      expect(field.labels?.length ?? 0).toBeGreaterThan(0)
    }
    const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const name of ["aria-describedby", "aria-labelledby", "aria-controls"]) {
      for (const element of root.querySelectorAll(`[${name}]`)) {
        const wanted = element.getAttribute(name)!.split(" ")
        expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
      }
    }
  })

  test("says nothing by an inline style or script", async () => {
    const root = await show(node)
    expect(root.querySelectorAll("[style], script, style").length).toBe(0)
  })

  test("has a name for each button and link, and hides each drawing that has none", async () => {
    const root = await show(node)
    for (const one of root.querySelectorAll("button, a, summary")) expect(one.textContent?.trim()).not.toBe("")
    for (const svg of root.querySelectorAll("svg")) {
      expect(svg.getAttribute("aria-hidden") === "true" || svg.querySelector("title") !== null).toBe(true)
    }
  })
})

test.each(cases.filter(({ name }) => name === "wrong"))(
  "a wrong $part says what is wrong, marked invalid and described by it",
  async ({ node }) => {
    const root = await show(node)
    const error = root.querySelector(".mtc-error")
    expect(error?.textContent).toMatch(/^Error: /)
    const described = root.querySelector(`[aria-describedby~="${error?.id}"]`)
    expect(described).not.toBeNull()
    if (described?.tagName !== "FIELDSET") expect(described?.getAttribute("aria-invalid")).toBe("true")
  }
)
