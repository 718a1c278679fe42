// Everything, in the order of CI: static checks, then the README's test command.
import { helpOrGoOn, runParts } from "./runParts.mjs"

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 verify

Runs what CI runs, in the same order: types, lint, format, the files generated from the rules (register, vectors, reference, price),
changesets, then the test command in the README. Stops at the first failure and prints how to repeat it.`)

await runParts([
  { name: "types", command: ["tsc", "-b"] },
  { name: "lint", command: ["oxlint", "--type-aware"] },
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "register", command: ["node", "--conditions=source", "scripts/register.ts", "--check"] },
  { name: "vectors", command: ["node", "--conditions=source", "scripts/vectors.ts", "--check"] },
  { name: "reference", command: ["node", "--conditions=source", "scripts/reference.ts", "--check"] },
  { name: "price", command: ["node", "--conditions=source", "scripts/price.ts"] },
  {
    name: "api pages",
    command: ["node", "tools/api/node_modules/typedoc/bin/typedoc", "--options", "tools/api/typedoc.json"]
  },
  { name: "changesets", command: ["node", "scripts/changesets.mjs"] },
  { name: "test", command: ["npx", "--yes", "pnpm@12.21.0", "test"], quiet: false }
])
