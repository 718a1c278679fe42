import { globSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

/** The tests that hold the rules, the quick ones: what notices most goes first, what takes longest last. */
const order = [
  "tests/proof/pinned.test.ts",
  "packages/core/test/*/*Rules.test.ts",
  "packages/core/test/{access,contact,logon,taxpayer,two-step,verification}/**/*.test.ts",
  "packages/core/test/rule-sets/loadRuleSet.test.ts",
  "packages/core/test/engine/{explain,compile}.test.ts",
  "tests/proof/oracle.test.ts"
]

// One file for all: each mutant loads the code once, and dies at the first test that fails.
for (const pattern of order) {
  for (const file of globSync(pattern, { cwd: root }).toSorted().toReversed()) {
    await import(/* @vite-ignore */ join(root, file))
  }
}
