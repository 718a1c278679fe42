import { execFileSync } from "node:child_process"
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { root } from "./house/readSources.ts"

const folder = mkdtempSync(join(tmpdir(), "mtc-logon-examples-"))
const example = join(folder, "npm-core-node")
const run = (command: string, args: ReadonlyArray<string>, cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })

beforeAll(() => {
  run("npx", ["--yes", "pnpm@12.21.0", "pack", "--pack-destination", folder], join(root, "packages/core"))
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"))!
  cpSync(join(root, "examples/npm-core-node"), example, { recursive: true })
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, tarball)], example)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the examples of core, with the package as it is published", () => {
  test("two rule sets are compared as the README says, with its words and its output", () => {
    const readme = readFileSync(join(root, "packages/core/README.md"), "utf8")
    const part = (name: string) =>
      new RegExp(`<!-- ${name}: compare.js -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1]
    expect(part("example")).toBe(readFileSync(join(root, "examples/npm-core-node/compare.js"), "utf8"))
    expect(part("output")).toBe(run(process.execPath, ["compare.js"], example))
  })

  test("a decision is explained to everybody, and nothing secret is in it", () => {
    const said = run(process.execPath, ["explain.js"], example)
    expect(said).toContain("NeedsFacts record.returns, record.today")
    expect(said).toContain("the partner: decision.not-verified")
    expect(said).toMatch(/^staff: fail R-09 /mu)
    expect(said).not.toMatch(/900126789|12345/u)
  })

  test("the front door answers, asks for facts, and names what is none; a file with a wrong unit is refused", () => {
    expect(run(process.execPath, ["frontDoor.js"], example).trim().split("\n")).toEqual([
      "Refused by R-17a",
      "NeedsFacts",
      "username.? unexpected, username.text wrong-type",
      '"shortest username" must have the unit "characters". The file has "letters".'
    ])
  })
})
