import { execFile, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, renameSync, rmSync, mkdtempSync } from "node:fs"
import { createRequire } from "node:module"
import { delimiter, dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { chromium } from "playwright-core"

/** A Chromium that answered `--version`. */
export interface ChromiumFound {
  readonly executablePath: string
  readonly from: "CHROMIUM_PATH" | "playwright" | "system" | "package"
  readonly version: string
  /** What its environment needs beyond ours: libraries and fonts of the packaged one. */
  readonly env: Readonly<Record<string, string>>
}

type Tried = { readonly found: ChromiumFound } | { readonly why: string }

const whatToDo = `What helps (one of them):
  - set CHROMIUM_PATH=/path/to/chromium or chrome;
  - npx playwright-core install chromium;
  - install chromium from your distribution;
  - on Linux x64: run the install again, it brings @sparticuz/chromium.`

/** Whether it starts at all: a stub of a snap and a missing library show here. */
const tryToStart = (from: ChromiumFound["from"], executablePath: string, env: ChromiumFound["env"] = {}): Tried => {
  if (!existsSync(executablePath)) return { why: `${executablePath}: not there` }
  const windows = process.platform === "win32"
  if (windows) return { found: { executablePath, from, version: "unknown", env } }
  const run = spawnSync(executablePath, ["--version", "--no-sandbox"], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 30_000
  })
  const version = /\d+(?:\.\d+)+/.exec(run.stdout ?? "")?.[0]
  if (run.status === 0 && version !== undefined) return { found: { executablePath, from, version, env } }
  return {
    why: `${executablePath}: ${run.error?.message ?? run.stderr.trim().split("\n").at(-1) ?? `exit ${run.status}`}`
  }
}

const systemPaths = (): ReadonlyArray<string> => [
  ...["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
    .flatMap((name) =>
      (process.env.PATH ?? "")
        .split(delimiter)
        .filter((folder) => folder !== "")
        .map((folder) => join(folder, name))
    )
    .filter((path) => existsSync(path)),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"
]

const trySystem = (): Tried => {
  const why: Array<string> = []
  for (const path of systemPaths().filter((candidate) => existsSync(candidate))) {
    const tried = tryToStart("system", path)
    if ("found" in tried) return tried
    why.push(tried.why)
  }
  return { why: why.length === 0 ? "no chromium or chrome on the PATH" : why.join("; ") }
}

/**
 * Unpacks the packaged Chromium once, to `node_modules/.cache`.
 *
 * **Gotchas**
 *
 * The package unpacks to fixed names under the temporary directory; a process of its own with another TMPDIR and a
 * rename at the end keep two unpackers, and two persons on one machine, apart.
 */
const unpack = async (): Promise<string> => {
  const require = createRequire(import.meta.url)
  const entry = require.resolve("@sparticuz/chromium")
  const { version } = require(join(dirname(entry), "../package.json")) as { version: string }
  const cache = join(import.meta.dirname, "../../node_modules/.cache")
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder

  mkdirSync(cache, { recursive: true })
  const temporary = mkdtempSync(join(cache, "chromium-unpacking-"))
  const script = `
    const { default: chromium, inflate } = await import(process.argv[1])
    await chromium.executablePath()
    await inflate(process.argv[2])`
  const args = [
    "--input-type=module",
    "-e",
    script,
    pathToFileURL(entry).href,
    join(dirname(entry), "../bin/al2023.tar.br")
  ]
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, TMPDIR: temporary } })
  try {
    renameSync(temporary, folder)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The packaged Chromium; its own copies of NSS and friends only where the system lacks them. */
const tryPackage = async (): Promise<Tried> => {
  if (process.platform !== "linux" || process.arch !== "x64") return { why: "@sparticuz/chromium: Linux x64 only" }
  try {
    const folder = await unpack()
    const executable = join(folder, "chromium")
    const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
      ? {}
      : { FONTCONFIG_PATH: join(folder, "fonts") }
    const plain = tryToStart("package", executable, fonts)
    if ("found" in plain) return plain
    const libraries = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(
      (path) => path !== undefined && path !== ""
    )
    return tryToStart("package", executable, { ...fonts, LD_LIBRARY_PATH: libraries.join(":") })
  } catch (error) {
    return { why: `@sparticuz/chromium: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/**
 * Finds a real Chromium: `CHROMIUM_PATH`, Playwright's own download, the system's, the npm package's.
 *
 * **Details**
 *
 * `CHROMIUM_FROM=playwright|system|package` allows that one place only. Fails with every place that was tried and what
 * to do; journeys are never skipped.
 */
export const findChromium = async (): Promise<ChromiumFound> => {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== "") {
    const tried = tryToStart("CHROMIUM_PATH", given)
    if ("found" in tried) return tried.found
    throw new Error(`CHROMIUM_PATH cannot be used. ${tried.why}\n${whatToDo}`)
  }
  const only = process.env.CHROMIUM_FROM
  const places: Readonly<Record<string, () => Tried | Promise<Tried>>> = {
    playwright: () => tryToStart("playwright", chromium.executablePath()),
    system: trySystem,
    package: tryPackage
  }
  const why: Array<string> = []
  for (const [place, look] of Object.entries(places)) {
    if (only !== undefined && only !== "" && only !== place) continue
    const tried = await look()
    if ("found" in tried) return tried.found
    why.push(`  - ${place}: ${tried.why}`)
  }
  throw new Error(`There is no Chromium to test with.\n${why.join("\n")}\n${whatToDo}`)
}
