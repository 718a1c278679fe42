import { execFile } from "node:child_process"
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { promisify } from "node:util"
import { gzipSync } from "node:zlib"
import { mtc2020 } from "@mtc-logon/core/rule-sets"
import { en } from "@mtc-logon/core/wording"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { root } from "./house/readSources.ts"

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), "mtc-logon-packages-"))
const packages = ["core", "widget", "server"]
const developmentMissing =
  "MTC_ENV is development, but the published package has no development tools. Start the server from a checkout, or set MTC_ENV to production."

/** A program of this workspace, with what it said where it failed. */
const program = async (command: string, args: ReadonlyArray<string>, cwd: string): Promise<string> => {
  try {
    return (await run(command, args, { cwd, env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 10_000_000 })).stdout
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(" ")}\n${stdout}\n${stderr}`, { cause: error })
  }
}

const tarballOf = (name: string): string => {
  const file = readdirSync(folder).find((entry) => entry.startsWith(`mtc-logon-${name}-`) && entry.endsWith(".tgz"))
  if (file === undefined) throw new Error(`${name} was not packed`)
  return join(folder, file)
}

const toolOf = (name: string): string => join(import.meta.dirname, "node_modules/.bin", name)

beforeAll(async () => {
  for (const name of packages) {
    if (!existsSync(join(root, "packages", name, "dist")))
      throw new Error("the packages are not built: npx --yes pnpm@12.21.0 build")
  }
  await program("npm", ["pack", ...packages.map((name) => `./packages/${name}`), "--pack-destination", folder], root)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(packages)("the package %s", (name) => {
  test("is published as it should be", async () => {
    await program(toolOf("publint"), ["--strict", tarballOf(name)], folder)
  })

  test("has types that any ESM project resolves", async () => {
    await program(toolOf("attw"), [tarballOf(name), "--profile", "esm-only", "--no-emoji"], folder)
  })

  test("holds what it needs and nothing of this machine", async () => {
    const files = (await program("tar", ["-tzf", tarballOf(name)], folder)).split("\n")
    expect(files).toEqual(expect.arrayContaining(["package/package.json", "package/LICENSE"]))
    expect(files.filter((file) => /\.tsbuildinfo$|\.test\.|node_modules|\.env/.test(file))).toEqual([])
    const manifest = await program("tar", ["-xzOf", tarballOf(name), "package/package.json"], folder)
    expect(manifest).not.toMatch(/workspace:|"catalog:/)
  })
})

describe("core in a project of somebody else", () => {
  const project = join(folder, "outside")

  test("is installed and used from plain JavaScript, rules without effect and use cases with it", async () => {
    mkdirSync(project)
    const { peerDependencies } = JSON.parse(readFileSync(join(root, "packages/core/package.json"), "utf8")) as {
      peerDependencies: { effect: string }
    }
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "outside", private: true, type: "module" }))
    await program(
      "npm",
      [
        "install",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
        tarballOf("core"),
        `effect@${peerDependencies.effect}`
      ],
      project
    )

    writeFileSync(
      join(project, "use.js"),
      `import { parseUsd } from "@mtc-logon/core/money/rules"
       import { maskEmailAddress } from "@mtc-logon/core/contact/rules"
       import * as decisions from "@mtc-logon/core/decisions"
       import { Effect } from "effect"
       console.log(JSON.stringify({
         cents: parseUsd("$1,234.50"),
         mask: maskEmailAddress("elmo@dor.state.ma.us"),
         effect: await Effect.runPromise(Effect.succeed(typeof decisions))
       }))`
    )
    const said = await program(process.execPath, ["use.js"], project)
    expect(JSON.parse(said)).toEqual({ cents: { value: 123_450 }, mask: "e***@d**.s****.m*.us", effect: "object" })
  }, 120_000)

  test("has ☼ doors that run where effect is not installed", async () => {
    rmSync(join(project, "node_modules/effect"), { recursive: true, force: true })
    const doors = globSync("dist/*/rules.js", { cwd: join(root, "packages/core") }).map(
      (path) => path.split(/[\\/]/)[1]
    )
    expect(doors.length).toBeGreaterThan(5)
    writeFileSync(
      join(project, "doors.js"),
      doors.map((door) => `await import("@mtc-logon/core/${door}/rules")`).join("\n")
    )
    await program(process.execPath, ["doors.js"], project)
  })
})

describe("what the built pages say", () => {
  const site = join(root, "packages/widget/dist/site")
  const ids = Object.keys(en)
  const textOf = (pattern: string) =>
    globSync(pattern, { cwd: site })
      .map((name) => readFileSync(join(site, name), "utf8"))
      .join("\n")
  const { accountTypes, contacts, formLines, logon, terms } = mtc2020.policy
  /** What rules, records and logons tell a page by an id. */
  const inTheForm = [
    ...Object.values(accountTypes).map(({ label }) => label),
    ...formLines.map(({ label }) => label),
    ...logon.secretQuestions.map((id) => `secret-question.${id}`),
    ...Object.values(terms.sentences).flat(),
    ...ids.filter((id) => /^(?:issue|checklist|step)\./.test(id)),
    contacts.hours
  ]

  test.each([
    { page: "frame", told: inTheForm },
    { page: "pages", told: [...inTheForm, ...ids.filter((id) => /^(?:activity|advice|device|message)\./.test(id))] }
  ])("every id that $page asks for, or is told, has its sentence in its own files", ({ page, told }) => {
    const text = textOf(`${page}*.js`)
    const carries = new Set([...text.matchAll(/"([a-z\d-]+(?:\.[a-z\d-]+)+)":/g)].map(([, id]) => id))
    /** As texts of the code, or as what a template of it can become. */
    const literal = [...text.matchAll(/["'`]([a-z\d-]+(?:\.[a-z\d-]+)+)["'`](?!:)/g)].map(([, id]) => id ?? "")
    const shapes = [...text.matchAll(/`([a-z\d-]+\.(?:[a-z\d.-]|\$\{[^`{}]+\})*)`/g)].map(
      ([, shape]) => new RegExp(`^${shape!.replaceAll(".", "\\.").replace(/\$\{[^}]+\}/g, ".+")}$`)
    )
    const asked = ids.filter((id) => literal.includes(id) || shapes.some((shape) => shape.test(id)))
    expect(asked.length).toBeGreaterThan(200)
    expect([...new Set([...asked, ...told])].filter((id) => !carries.has(id))).toEqual([])
  })
})

describe("widget and server in a project of somebody else", () => {
  const project = join(folder, "beside")

  beforeAll(async () => {
    mkdirSync(project)
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "beside", private: true, type: "module" }))
    await program(
      "npm",
      ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages.map(tarballOf), "effect@4.1.0"],
      project
    )
  }, 180_000)

  test("the form without a frame is built by Vite 8, with its later screens beside it", async () => {
    writeFileSync(
      join(project, "index.html"),
      '<!doctype html><mtc-create-logon></mtc-create-logon><script type="module" src="./page.js"></script>'
    )
    writeFileSync(
      join(project, "page.js"),
      'import { defineMtcElements } from "@mtc-logon/widget/inline"\ndefineMtcElements({ apiBase: "" })\n'
    )
    await program(toolOf("vite"), ["build", "--logLevel", "warn"], project)
    const built = readdirSync(join(project, "dist/assets"))
    expect(built.filter((name) => name.startsWith("laterScreens"))).toHaveLength(1)
  })

  test("a server that is asked for development says what is missing, and how to go on", async () => {
    const settings = { MTC_ENV: "development", PORT: "0", DATA_DIR: "memory://", LOG_LEVEL: "silent" }
    const start = run(process.execPath, ["node_modules/@mtc-logon/server/dist/main.js", "start"], {
      cwd: project,
      env: { PATH: process.env["PATH"], ...settings },
      timeout: 20_000
    })
    await expect(start).rejects.toMatchObject({
      code: 1,
      stderr: `${developmentMissing}\n`
    })
  }, 30_000)
})

describe("what production serves and ships", () => {
  const sweep = (texts: ReadonlyArray<readonly [string, string]>) =>
    texts.filter(([, text]) => /\bPopulate|["'`/]dev\/|fill\.js/.test(text)).map(([name]) => name)

  test("R-37 no page file holds Populate or a path of the development tools", () => {
    const site = join(root, "packages/widget/dist/site")
    const files = readdirSync(site).map((name) => [name, readFileSync(join(site, name), "utf8")] as const)
    expect(files.length).toBeGreaterThan(8)
    expect(sweep(files)).toEqual([])
  })

  test.each(["widget", "server"])("R-37 the package %s holds no development tool", async (name) => {
    const opened = join(folder, `opened-${name}`)
    mkdirSync(opened)
    await program("tar", ["-xzf", tarballOf(name), "-C", opened], folder)
    const files = globSync("package/**/*.{js,ts,tsx,json,html}", { cwd: opened })
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => /[\\/]dev[\\/]/.test(file))).toEqual([])
    // The one door, which is shut: what a server says that is asked through it stands above.
    const door = /import\("\.\/dev\/openDevelopment\.[jt]s"\)/
    expect(sweep(files.map((file) => [file, readFileSync(join(opened, file), "utf8").replace(door, "")]))).toEqual([])
  })
})

describe("what a page has to load", () => {
  const site = join(root, "packages/widget/dist/site")
  /** Gzipped bytes of a file of the built site, under its hashed name where it has one: the plain name may only import it. */
  const weightOf = (name: string): number => {
    const manifest: Record<string, { hashed: string }> = JSON.parse(readFileSync(join(site, "manifest.json"), "utf8"))
    return gzipSync(readFileSync(join(site, manifest[name]?.hashed ?? name)), { level: 9 }).length
  }

  // The first screen's budget. The rules and the later screens load while it is read: docs/performance.md has the whole.
  test.each([
    { file: "mtc.js", budget: 2_000 },
    { file: "frame.js", budget: 24_000 },
    { file: "frame.css", budget: 6_000 }
  ])("$file is at most $budget bytes, gzipped", ({ file, budget }) => {
    expect(weightOf(file)).toBeLessThanOrEqual(budget)
  })

  test("the loader, which runs on a partner's page, imports nothing", () => {
    expect(readFileSync(join(site, "mtc.js"), "utf8")).not.toMatch(/\bimport\s*[({"'*]|\bfrom\s*["']/)
  })

  test("no file holds the ICU parser or effect", () => {
    const scripts = globSync("*.js", { cwd: site }).map((name) => ({
      name: basename(name),
      text: readFileSync(join(site, name), "utf8")
    }))
    expect(
      scripts
        .filter(({ text }) => /messageformat-parser|effect\/Schema|FiberFailure/.test(text))
        .map(({ name }) => name)
    ).toEqual([])
  })
})
