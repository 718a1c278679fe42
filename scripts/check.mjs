// The check of a few seconds before each commit: static checks, house tests, quick tests of what changed.
import { base, changedFiles } from "./changedSince.mjs"
import { helpOrGoOn, runParts } from "./runParts.mjs"

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 check

Checks types, lint, format, the register of rules, the tests of project "house" (code structure, rules, leaks), and the quick
tests that the changed files reach: core, widget, and the server's tests without a database. Takes under 30 seconds.
\`verify\` runs everything.`)

/** The server's folders whose tests need neither a database nor a browser. */
const quickServerFolders = ["http", "secrets", "channels"].map((folder) => `packages/server/test/${folder}`)

const since = base()
const changed = since === undefined ? undefined : changedFiles(since)
const nothing =
  changed !== undefined && !changed.some((file) => file.startsWith("packages/")) ? "nothing changed" : undefined
const narrowed = since === undefined ? [] : [`--changed=${since}`, "--passWithNoTests"]

await runParts([
  { name: "types", command: ["tsc", "-b"] },
  { name: "lint", command: ["oxlint", "--type-aware"] },
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "register", command: ["node", "--conditions=source", "scripts/register.ts", "--check"] },
  {
    name: "house tests",
    command: [
      "vitest",
      "run",
      "--project",
      "house",
      "architecture",
      "rules",
      "leaks",
      "documents",
      "openapi",
      "mutation",
      "bench"
    ]
  },
  {
    name: "tests of what changed",
    command: ["vitest", "run", "--project", "core", "--project", "widget", ...narrowed],
    skip: nothing
  },
  {
    name: "server, the quick ones",
    command: ["vitest", "run", "--project", "server", ...quickServerFolders, ...narrowed],
    skip:
      nothing ??
      (changed?.some((file) => file.startsWith("packages/server/")) === false ? "nothing changed" : undefined)
  }
])
