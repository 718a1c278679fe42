import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { pageOf } from "../scripts/mutation/pageOf.ts"
import { command, digestOf, mutatedFiles } from "../scripts/mutation/summaryOf.ts"
import type { MutationSummary } from "../scripts/mutation/summaryOf.ts"
import { root } from "./house/readSources.ts"

const read = (path: string): string => readFileSync(join(root, path), "utf8")
const summary = JSON.parse(read("docs/rules/mutation.json")) as MutationSummary

describe("the mutation tests of the rules", () => {
  test("have looked at every rule as it is now", () => {
    const changed = mutatedFiles().filter((file) => summary.files[file]?.digest !== digestOf(read(file)))
    expect(changed, `rules changed since; repair: ${command} -- --changed`).toEqual([])
  })

  test("reach their goal", () => {
    expect(summary.score, `repair: tests that notice more, then ${command}`).toBeGreaterThanOrEqual(summary.goal)
    expect(summary.goal).toBeGreaterThanOrEqual(95)
  })

  test("have a reason for each way that nobody noticed", () => {
    expect(summary.survivors.filter(({ why }) => why === null || why.length < 20)).toEqual([])
  })

  test("are told of on a page that says the same", () => {
    expect(read("docs/rules/mutation.md"), `repair: ${command}`).toBe(pageOf(summary))
  })
})
