// The compiler leaves what it made of a file that is gone, and a package would ship it.
import { existsSync, globSync, rmSync } from "node:fs"
import { helpOrGoOn } from "./runParts.mjs"

helpOrGoOn(`
usage: node scripts/dropStale.mjs

Run it in the folder of a package. Deletes each compiled file in dist/ whose source is no longer in src/.`)

for (const made of globSync("dist/**/*.d.ts")) {
  const stem = made.slice("dist/".length, -".d.ts".length)
  if (existsSync(`src/${stem}.ts`) || existsSync(`src/${stem}.tsx`)) continue
  for (const end of [".d.ts", ".d.ts.map", ".js", ".js.map"]) rmSync(`dist/${stem}${end}`, { force: true })
}
