import { createHash } from "node:crypto"
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { EnvironmentOptions } from "vite"
import { defineConfig } from "vite"
import { en } from "../core/src/wording/locales/en.ts"
import { pageSentences } from "./build/pageSentences.ts"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const { version }: { version: string } = JSON.parse(readFileSync(here("package.json"), "utf8"))

/** What is wrong with an answer is said by the rules, and they come with the later screens: before that the form asks nothing. */
const comeLater = { frame: ["issue."] }

/** Packages are taken as they are written, core's sources too. */
const conditions = ["source", "module", "browser", "import", "default"]

/** One bundle of the site. */
const site = (input: string, name: string, format: "es" | "iife"): EnvironmentOptions => ({
  consumer: "client",
  resolve: { conditions },
  build: {
    outDir: here("dist/site"),
    emptyOutDir: false,
    cssMinify: true,
    modulePreload: false,
    rolldownOptions: {
      input: here(input),
      output: {
        format,
        // The later screens import from the very file that a page has loaded, so that file's name has its hash from the start.
        entryFileNames: `${name}.[hash].js`,
        chunkFileNames: `${name}-[name].[hash].js`,
        assetFileNames: `${name}.[hash][extname]`
      }
    }
  }
})

const npm: EnvironmentOptions = {
  // Not "client": Vite would put its own preload around each later import, and a project's Vite puts another around that.
  consumer: "server",
  resolve: { conditions },
  build: {
    outDir: here("dist"),
    emptyOutDir: false,
    minify: false,
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(
        ["index", "auto", "inline", "react", "files", "embedSnippet", "protocol/index"].map((name) => [
          name,
          here(`src/${name}.ts`)
        ])
      ),
      external: [/^node:/, /^react(?:\/|$)/, /^preact(?:\/|$)/, /^@lingui\/core$/],
      preserveEntrySignatures: "exports-only",
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" }
    }
  }
}

const folder = here("dist/site")

/** A plain name for each entry, and what a page needs to trust it. */
const writeManifest = (): void => {
  const names = readdirSync(folder).filter((name) => /^(?:mtc|frame|pages)\.[\w-]+\.(?:js|css)$/.test(name))
  const manifest = Object.fromEntries(
    names.map((hashed) => {
      const plain = hashed.replace(/\.[\w-]+\./, ".")
      // A module runs once by its address: the plain one leads to the hashed one. A style and a classic script are copies.
      if (/^(?:frame|pages)\.js$/.test(plain)) writeFileSync(`${folder}/${plain}`, `import "./${hashed}"\n`)
      else copyFileSync(`${folder}/${hashed}`, `${folder}/${plain}`)
      const digest = createHash("sha384")
        .update(readFileSync(`${folder}/${hashed}`))
        .digest("base64")
      return [plain, { hashed, integrity: `sha384-${digest}` }]
    })
  )
  const integrity = Object.fromEntries(
    Object.keys(manifest).map((plain) => [
      plain,
      `sha384-${createHash("sha384")
        .update(readFileSync(`${folder}/${plain}`))
        .digest("base64")}`
    ])
  )
  writeFileSync(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(`${folder}/integrity.json`, `${JSON.stringify({ version, files: integrity }, null, 2)}\n`)
}

export default defineConfig({
  root: here("."),
  publicDir: false,
  logLevel: "warn",
  plugins: [pageSentences(en, comeLater)],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: { "process.env.NODE_ENV": JSON.stringify("production"), MTC_BUILT_VERSION: JSON.stringify(version) },
  environments: {
    loader: site("src/loader.ts", "mtc", "iife"),
    frame: site("src/frame/main.tsx", "frame", "es"),
    pages: site("src/first-party/pages.tsx", "pages", "es"),
    npm
  },
  builder: {
    async buildApp(builder) {
      for (const stale of [folder, here("dist/chunks")]) rmSync(stale, { recursive: true, force: true })
      for (const name of ["loader", "frame", "pages", "npm"]) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
      writeManifest()
    }
  }
})
