import { execFileSync } from "node:child_process"
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { migrationsFolder } from "../../src/database/migrate.ts"

const server = fileURLToPath(new URL("../..", import.meta.url))

test("the committed migrations make exactly the tables", () => {
  const folder = mkdtempSync(join(server, "node_modules/.migrations-"))
  try {
    cpSync(migrationsFolder, folder, { recursive: true })
    const before = readdirSync(folder).sort()
    const options = ["--dialect=postgresql", "--schema=./src/database/*Table.ts", "--casing=snake_case"]
    const out = `--out=${folder.slice(server.length)}`
    execFileSync(join(server, "node_modules/.bin/drizzle-kit"), ["generate", ...options, out], { cwd: server })
    expect(readdirSync(folder).sort()).toEqual(before)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
