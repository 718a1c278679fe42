import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"

/** What the widget's package says of its built files. */
export interface WidgetFiles {
  /** Absolute path of the folder that holds them. */
  readonly directory: string
  readonly version: string
  /** Plain name -> its hashed copy and its integrity. */
  readonly manifest: Readonly<Record<string, { readonly hashed: string; readonly integrity: string }>>
}

/** A file as it is sent: whole in memory, in each encoding. */
export interface SiteFile {
  readonly type: string
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly br: Buffer
}

/** The widget's built files, read once. */
export interface WidgetSite {
  readonly version: string
  readonly file: (name: string) => SiteFile | undefined
  /** Address and integrity of a file for a page of ours; cached without end. */
  readonly link: (name: string) => { readonly href: string; readonly integrity: string }
}

const types: Readonly<Record<string, string>> = {
  js: "text/javascript;charset=utf-8",
  css: "text/css;charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  map: "application/json",
  woff2: "font/woff2"
}

const readSiteFile = (path: string): SiteFile | undefined => {
  const type = types[path.slice(path.lastIndexOf(".") + 1)]
  if (type === undefined) return undefined
  const plain = readFileSync(path)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return { type, plain, gzip: gzipSync(plain, { level: 9 }), br: brotliCompressSync(plain, quality) }
}

/**
 * Reads the widget's files.
 *
 * **Gotchas**
 *
 * Only names that stood in the folder at the start are ever served: no name of a call becomes a path.
 */
export const readWidgetSite = ({ directory, manifest, version }: WidgetFiles): WidgetSite => {
  const files = new Map<string, SiteFile>()
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = entry.isFile() ? readSiteFile(join(directory, entry.name)) : undefined
    if (file !== undefined) files.set(entry.name, file)
  }
  return {
    version,
    file: (name) => files.get(name),
    link: (name) => {
      const found = manifest[name]
      if (found === undefined) throw new Error(`The widget was built without ${name}`)
      return { href: `/widget/${version}/${found.hashed}`, integrity: found.integrity }
    }
  }
}
