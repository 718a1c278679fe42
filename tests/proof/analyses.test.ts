import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { analysesOf } from "../../scripts/analysesOf.ts"

test("the analyses that the server tells are those of the rule sets that ship", async () => {
  for (const [path, text] of Object.entries(await analysesOf())) {
    const stored = readFileSync(join(import.meta.dirname, "../..", path), "utf8")
    expect(stored, "repair: npx --yes pnpm@12.21.0 analysis").toBe(text)
  }
})
