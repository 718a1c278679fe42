import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { withFigures, worse } from "../bench/rules/results.ts"
import type { Results } from "../bench/rules/results.ts"
import { root } from "./house/readSources.ts"

const results = JSON.parse(readFileSync(join(root, "bench/results/rules.json"), "utf8")) as Results
const [first, ...others] = results.rows as [Results["rows"][number], ...Results["rows"]]

test("the figures of docs/performance.md are those that were measured", () => {
  const page = readFileSync(join(root, "docs/performance.md"), "utf8")
  expect(page).toBe(withFigures(page, results))
})

describe("the gate of the measurements", () => {
  test.each([
    { what: "what is committed", rows: results.rows, found: 0 },
    { what: "a ratio within the noise", rows: [{ ...first, ratio: first.ratio * 1.34 }, ...others], found: 0 },
    { what: "a ratio beyond it", rows: [{ ...first, ratio: first.ratio * 1.36 }, ...others], found: 1 },
    { what: "a row that is gone", rows: others, found: 1 },
    { what: "a row that is not committed", rows: [...results.rows, { ...first, name: "another" }], found: 1 }
  ])("finds $found in $what", ({ found, rows }) => {
    expect(worse(results.rows, rows).length).toBe(found)
  })

  test("finds a goal that was met and is missed, and none that was missed before", () => {
    const missed = results.rows.map((row) => ({ ...row, holds: false }))
    expect(worse(results.rows, missed).length).toBe(results.rows.filter(({ holds }) => holds).length)
  })
})
