// Runs the suites of bench/<suite>/run.ts, one after the other.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { environment, given, helpOrGoOn, root } from "./runParts.mjs"

const all = readdirSync(join(root, "bench")).filter((suite) => existsSync(join(root, "bench", suite, "run.ts")))

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 bench [<suite> ...] [--gate] [--rounds=N]

Measures our code and its peers side by side in one run, in CPU time. Prints a table, and writes bench/results/<suite>.json and the figures in docs/performance.md.
Suites: ${all.join(", ")}.

  --gate   writes nothing; exits with 1 if a ratio is more than 1.35 times the committed one, or if a goal that was met is missed`)

const suites = given.filter((argument) => !argument.startsWith("-"))
const options = given.filter((argument) => argument.startsWith("-") && argument !== "--")
for (const suite of suites.length > 0 ? suites : all) {
  if (!all.includes(suite)) {
    console.error(`There is no suite "${suite}". There are ${all.join(", ")}.`)
    process.exit(2)
  }
  console.log(`\n${suite}`)
  const run = spawnSync("node", ["--conditions=source", join("bench", suite, "run.ts"), ...options], {
    cwd: root,
    env: environment,
    stdio: "inherit"
  })
  if (run.status !== 0) process.exitCode = run.status ?? 1
}
