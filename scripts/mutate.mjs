// Mutation tests of the rules: every rule is broken in every way that Stryker knows, and a test has to notice.
import { spawnSync } from "node:child_process"
import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { environment, given, helpOrGoOn, root } from "./runParts.mjs"

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 mutate [-- --mutate <file>]

Breaks the rules in every way that Stryker knows and runs the quick tests of the rules against each. Exits with 1 if the score is
under 95 %, or if a change survives that tools/mutation/survivors.json does not explain. Writes docs/rules/mutation.json and .md
after a whole run, which takes 15 minutes on two cores. --mutate checks one file and writes nothing.`)

const report = join(root, "node_modules/.cache/mutation/mutation.json")
const node = (...args) => spawnSync("node", args, { cwd: root, env: environment, stdio: "inherit" }).status ?? 1

rmSync(report, { force: true })
process.exitCode = node(
  "tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js",
  "run",
  "tools/mutation/stryker.config.json",
  ...given
)
if (existsSync(report) && !given.includes("--mutate"))
  process.exitCode = node("scripts/mutation/write.ts") || process.exitCode
