// Mutation tests of the rules: every rule is broken in every way that Stryker knows, and a test has to notice.
import { spawnSync } from "node:child_process"
import { environment, given, helpOrGoOn, root } from "./runParts.mjs"

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 mutate [-- --force]

Breaks the rules in every way that Stryker knows and runs the quick tests of the rules against each. Exit 1 under a score of 95 %.
What survives and why: docs/rules/mutation.md. A second run looks only at what changed; --force looks at everything.`)

const run = spawnSync(
  "node",
  [
    "tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js",
    "run",
    "tools/mutation/stryker.config.json",
    ...given
  ],
  { cwd: root, env: environment, stdio: "inherit" }
)
process.exitCode = run.status ?? 1
