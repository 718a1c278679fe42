import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export type { PageData } from "./first-party/PageData.ts"

/** A built file. */
export interface WidgetFile {
  /** The same file with its hash in the name, which caches can keep forever. */
  readonly hashed: string
  /** For `integrity=`: `sha384-...`. */
  readonly integrity: string
}

/** The built files that a server gives to browsers. */
export interface WidgetFiles {
  /** Absolute path of the folder that holds them. */
  readonly directory: string
  readonly version: string
  /** Plain name -> its hashed copy: `mtc.js`, `frame.js`, `frame.css`, `pages.js`, `pages.css`. */
  readonly manifest: Readonly<Record<string, WidgetFile>>
}

/** Finds the built files. Fails if the widget was not built. */
export const widgetFiles = (): WidgetFiles => {
  // Not by `new URL(..., import.meta.url)`: the build would take the file for an asset and write it into this one.
  const root = join(dirname(fileURLToPath(import.meta.url)), "..")
  const directory = join(root, "dist/site")
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  return { directory, version, manifest: JSON.parse(readFileSync(`${directory}/manifest.json`, "utf8")) }
}
