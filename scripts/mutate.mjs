// Mutation tests of the rules: every rule is broken in every way that Stryker knows, and a test has to notice.
import { spawnSync } from "node:child_process"
import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { environment, given, helpOrGoOn, root } from "./runParts.mjs"

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 mutate [-- --changed | -- --mutate <file>]

Breaks the rules in every way that Stryker knows and runs the quick tests of the rules against each. Exits with 1 if the score is
under 95 %, or if a change survives that tools/mutation/survivors.json does not explain. Writes docs/rules/mutation.json and .md.
A whole run takes 15 minutes on two cores. --changed breaks only the files that changed since they were last broken, and keeps the
results of the others; do a whole run before a release, because removing a test changes no file of rules. --mutate checks one file
and writes nothing.`)

const report = join(root, "node_modules/.cache/mutation/mutation.json")
const node = (...args) => spawnSync("node", args, { cwd: root, env: environment, stdio: "inherit" }).status ?? 1

const isChanged = given.includes("--changed")
const changed = isChanged
  ? spawnSync("node", ["scripts/mutation/changed.ts"], { cwd: root, env: environment, encoding: "utf8" }).stdout
  : ""
const asked = isChanged ? (changed === "" ? [] : ["--mutate", changed]) : given

rmSync(report, { force: true })
if (isChanged && changed === "") console.log("No rule file has changed since the last run.")
else
  process.exitCode = node(
    "tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js",
    "run",
    "tools/mutation/stryker.config.json",
    ...asked
  )
// The score of a part is not the score of all: the writer knows that of all.
if (existsSync(report) && !given.includes("--mutate"))
  process.exitCode = node("scripts/mutation/write.ts", ...(isChanged ? ["--changed"] : []))
