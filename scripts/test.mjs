// Builds what the tests need and runs every test. The last line is always `N passed, N failed`.
import { once } from "node:events"
import { given, helpOrGoOn, start } from "./runParts.mjs"

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 test [-- <vitest arguments>]

Builds the packages (cached) and runs every test: rules, proof, routes, stores on PGlite and on PostgreSQL, journeys in
Chromium, packed packages. Ends with the line "N passed, N failed"; exits with 1 unless all passed.

  -- packages/core           only the tests in a folder
  -- --project house         only one project: core, widget, house, server, tests

DATABASE_URL   a PostgreSQL to use instead of the bundled one; its role must be able to create databases
CHROMIUM_PATH  a Chromium to use instead of the one that the tests find`)

const end = async (child) => {
  const [code] = await once(child, "close")
  return code ?? 1
}

const built = await end(start(["turbo", "run", "build", "--output-logs=errors-only", "--filter=./packages/*"]))
if (built !== 0) {
  console.log("\nThe packages do not build, so no test was run.\n\n0 passed, 1 failed")
  process.exit(built)
}
process.exit(await end(start(["vitest", "run", ...given])))
