import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { isNoticeKind, notices } from "@mtc-logon/core/notices"
import { en } from "@mtc-logon/core/wording"
import { describe, expect, test } from "vitest"
import { messageIds } from "./house/messageIds.ts"
import { policyNumbers } from "./house/policyNumbers.ts"
import { readSources, root } from "./house/readSources.ts"
import { readTests } from "./house/readTests.ts"
import { sentences } from "./house/sentences.ts"

interface Registered {
  readonly id: string
  readonly title: string
  readonly cites: ReadonlyArray<{ readonly decision?: string }>
  /** The name of the test that holds a rule that is no check. */
  readonly heldBy?: string
}

const register = JSON.parse(readFileSync(join(root, "docs/rules/register.json"), "utf8")) as ReadonlyArray<Registered>
const sources = readSources()
const names = readTests()

describe("the register of rules", () => {
  test("is what the rules print", () => {
    const run = spawnSync(process.execPath, ["--conditions=source", "scripts/register.ts", "--check"], {
      cwd: root,
      encoding: "utf8"
    })
    const said = `${run.stdout}${run.stderr}`.slice(0, 2000)
    expect(run.status, `${said}\nPrint it with: npx --yes pnpm@12.21.0 register`).toBe(0)
  })

  test("has every rule of the source once, R-01 to R-46", () => {
    const ids = register.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const all = Array.from({ length: 46 }, (_, index) => `R-${String(index + 1).padStart(2, "0")}`)
    expect(all.filter((id) => !ids.some((registered) => registered.startsWith(id)))).toEqual([])
  })

  test("cites only decisions that are written down", () => {
    const written = readFileSync(join(root, "docs/decisions.md"), "utf8")
    const decided = new Set(Array.from(written.matchAll(/\bD-\d\d\b/g), ([id]) => id))
    const cited = register.flatMap(({ id, cites }) =>
      cites.flatMap(({ decision }) => (decision === undefined ? [] : [[id, decision] as const]))
    )
    expect(cited.filter(([, decision]) => !decided.has(decision))).toEqual([])
  })
})

describe("every rule", () => {
  test("that is a check has a test named with its id", () => {
    const named = new Set(names.flatMap(({ name }) => Array.from(name.matchAll(/\b[RD]-\d\d[a-z]?\b/g), ([id]) => id)))
    const without = register.filter(({ id, heldBy }) => heldBy === undefined && !named.has(id))
    expect(without.map(({ id, title }) => `${id} ${title}`)).toEqual([])
  })

  test("that is a check says no number of a policy in its title: each rule set has its own", () => {
    const number = /(?<!\$)\b\d|\b(?:three|four|five|six|eight|twelve|fifteen)\b/u
    const wrong = register.filter(({ heldBy, title }) => heldBy === undefined && number.test(title))
    expect(wrong.map(({ id, title }) => `${id} ${title}`)).toEqual([])
  })

  test("that is no check names the test that holds it", () => {
    const all = new Set(names.map(({ name }) => name))
    const wrong = register.filter(({ heldBy }) => heldBy !== undefined && !all.has(heldBy))
    expect(wrong.map(({ id, heldBy }) => `${id}: there is no test "${heldBy}"`)).toEqual([])
  })
})

describe("wording", () => {
  const ids = new Set(Object.keys(en))
  const firstWords = new Set(Object.keys(en).map((id) => id.split(".")[0] ?? ""))

  test("has every message and remedy that the code names", () => {
    const wrong = sources.flatMap((file) =>
      messageIds(file, firstWords)
        .filter((id) => !ids.has(id))
        .map((id) => `${file.path}: ${id}`)
    )
    expect(wrong).toEqual([])
  })

  test("has no title of an HTTP problem that a rule says: a rule knows no HTTP", () => {
    const rules = sources.filter(({ path }) => /^packages\/core\/src\/[^/]+\/\w+Rules\.ts$/.test(path))
    expect(rules.length).toBeGreaterThan(0)
    const wrong = rules.flatMap((file) =>
      messageIds(file, firstWords)
        .filter((id) => id.startsWith("problem."))
        .map((id) => `${file.path}: ${id}`)
    )
    expect(wrong).toEqual([])
  })

  test("has no mail and no letter that nothing sends", () => {
    const kinds = new Set(
      [...ids].flatMap((id) => {
        const [, kind, letter] = /^(?:mail\.([\w-]+)|letter\.([\w-]+))\.subject$/.exec(id) ?? []
        return kind ?? (letter === undefined ? [] : `${letter}-letter`)
      })
    )
    expect(kinds.size).toBeGreaterThan(0)
    expect([...kinds].filter((kind) => !isNoticeKind(kind))).toEqual([])
    // No event leads to these: another notice makes each, and hands its kind over by name.
    const channels = sources.filter(({ path }) => path.startsWith("packages/server/src/channels/"))
    const made = [...kinds].filter((kind) => isNoticeKind(kind) && notices[kind].after === null)
    expect(made.length).toBeGreaterThan(0)
    expect(made.filter((kind) => !channels.some(({ text }) => text.includes(`, "${kind}", `)))).toEqual([])
  })

  test("is the only home of sentences", () => {
    const wrong = sources.flatMap((file) => sentences(file).map((line) => `${file.path} ${line}`))
    expect(wrong).toEqual([])
  })
})

describe("policies are data", () => {
  test("no number of a policy stands in a rule", () => {
    const rules = sources.filter(({ path }) =>
      /^packages\/core\/src\/[^/]+\/(?:\w+(?:Rules|Facts)|decide[A-Z]\w*)\.ts$/.test(path)
    )
    const wrong = rules.flatMap((file) => policyNumbers(file).map((number) => `${file.path}: ${number}`))
    expect(wrong).toEqual([])
  })
})
