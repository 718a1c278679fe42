import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"

const stored = (file: URL): string => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

/**
 * Writes files that are made from the code, or with `--check` says which of them are not what the code says and exits 1.
 *
 * `files`: path from the root -> text. `repair`: the script of package.json that writes them.
 */
export const written = (files: Readonly<Record<string, string>>, repair: string): void => {
  if (process.argv.includes("--help")) {
    console.log(
      `usage: npx --yes pnpm@12.21.0 ${repair} [-- --check]\n\nWrites ${Object.keys(files).join(", ")}.\n\n  --check   writes nothing; names the files that differ, and exits with 1`
    )
    return
  }
  for (const [path, text] of Object.entries(files)) {
    const file = new URL(`../${path}`, import.meta.url)
    if (process.argv.includes("--check")) {
      if (stored(file) === text) continue
      console.error(`${path} is out of date. To write it again: npx --yes pnpm@12.21.0 ${repair}`)
      process.exitCode = 1
    } else {
      mkdirSync(dirname(fileURLToPath(file)), { recursive: true })
      writeFileSync(file, text)
      console.log(`${path} is written.`)
    }
  }
}
