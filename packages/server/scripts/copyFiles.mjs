// The compiler copies no SQL and no JSON: migrations and analyses go beside what reads them.
import { cpSync } from "node:fs"

for (const folder of ["database/migrations", "routes/rules-engine/analyses"]) {
  cpSync(new URL(`../src/${folder}`, import.meta.url), new URL(`../dist/${folder}`, import.meta.url), {
    recursive: true
  })
}
