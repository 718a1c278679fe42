import { createHash } from "node:crypto"
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { compileMessage } from "@lingui/message-utils/compileMessage"
import type { EnvironmentOptions, Plugin } from "vite"
import { defineConfig } from "vite"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const { version }: { version: string } = JSON.parse(readFileSync(here("package.json"), "utf8"))

/** Sentences that no page says: they are for mails, staff, operators, or the loader alone. */
const unsaid = /^(?:mail|decision|remedy|problem|host|statement|label|fact)\./

/** The pages' own sentences; the frame has none of those pages. */
const ofPages = /^(?:page|log-in|two-step|code|account)\./

/** Puts compiled sentences, the loader's texts and the version in the place of the files that make them at run time. */
const atBuild = (): Plugin => ({
  name: "at-build",
  async load(id) {
    const file = id.replaceAll("\\", "/").split("?")[0] ?? ""
    if (file.endsWith("/src/widgetVersion.ts")) return `export const widgetVersion = ${JSON.stringify(version)}`
    const isCatalog = file.endsWith("/src/wording/catalog.ts")
    if (!isCatalog && !file.endsWith("/src/wording/hostWords.ts")) return undefined
    const { en } = await import("../core/src/wording/locales/en.ts")
    if (!isCatalog) {
      const words = {
        title: en["host.title"],
        blocked: en["host.blocked"],
        open: en["host.open"],
        misused: en["host.misused"]
      }
      return `export const hostWords = ${JSON.stringify(words)}`
    }
    const isFrame = this.environment.name === "frame"
    const said = Object.entries(en).filter(([id]) => !unsaid.test(id) && !(isFrame && ofPages.test(id)))
    const compiled = Object.fromEntries(
      said.map(([id, text]) => {
        const message = compileMessage(text)
        return [
          id,
          Array.isArray(message) && message.length === 1 && typeof message[0] === "string" ? message[0] : message
        ]
      })
    )
    // A sentence without parameters is written as a string and made an array here: brackets around each would weigh more.
    return `const said = ${JSON.stringify(compiled)}
for (const id in said) if (typeof said[id] === "string") said[id] = [said[id]]
export const catalog = said`
  }
})

/** One bundle of the site under a plain name. */
const site = (input: string, name: string, format: "es" | "iife"): EnvironmentOptions => ({
  consumer: "client",
  build: {
    outDir: here("dist/site"),
    emptyOutDir: false,
    cssMinify: true,
    modulePreload: false,
    rolldownOptions: {
      input: here(input),
      output: { format, entryFileNames: `${name}.js`, assetFileNames: `${name}[extname]`, codeSplitting: false }
    }
  }
})

const npm: EnvironmentOptions = {
  consumer: "client",
  build: {
    outDir: here("dist"),
    emptyOutDir: false,
    minify: false,
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(
        ["index", "auto", "inline", "react", "files", "protocol/index"].map((name) => [name, here(`src/${name}.ts`)])
      ),
      external: [/^node:/, /^react(?:\/|$)/, /^preact(?:\/|$)/, /^@lingui\/core$/],
      preserveEntrySignatures: "exports-only",
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" }
    }
  }
}

/** A copy of each file with its hash in the name, and what a page needs to trust it. */
const writeManifest = (): void => {
  const folder = here("dist/site")
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(folder).filter((name) => /^(?:mtc|frame|pages)\.(?:js|css)$/.test(name))
  const manifest = Object.fromEntries(
    names.map((name) => {
      const digest = createHash("sha384")
        .update(readFileSync(`${folder}/${name}`))
        .digest()
      const hashed = name.replace(".", `.${digest.toString("hex").slice(0, 12)}.`)
      copyFileSync(`${folder}/${name}`, `${folder}/${hashed}`)
      return [name, { hashed, integrity: `sha384-${digest.toString("base64")}` }]
    })
  )
  const integrity = Object.fromEntries(Object.entries(manifest).map(([name, file]) => [name, file.integrity]))
  writeFileSync(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(`${folder}/integrity.json`, `${JSON.stringify({ version, files: integrity }, null, 2)}\n`)
}

export default defineConfig({
  root: here("."),
  publicDir: false,
  logLevel: "warn",
  plugins: [atBuild()],
  resolve: { conditions: ["source", "module", "browser", "import", "default"] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  environments: {
    loader: site("src/loader.ts", "mtc", "iife"),
    frame: site("src/frame/main.tsx", "frame", "es"),
    pages: site("src/first-party/pages.tsx", "pages", "es"),
    npm
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["loader", "frame", "pages", "npm"]) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
      writeManifest()
    }
  }
})
