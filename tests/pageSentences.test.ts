import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "vite"
import type { Plugin } from "vite"
import { afterAll, expect, test } from "vitest"
import { pageSentences } from "../packages/widget/build/pageSentences.ts"

const sentences = {
  "account-type.meals": "Meals Tax",
  "account-type.withholding": "Withholding Tax",
  "end.gone.title": "Gone",
  "end.left.title": "Left",
  "heading.first": "First",
  "issue.other": "Check this answer",
  "page.elsewhere": "Elsewhere"
}

const folder = mkdtempSync(join(tmpdir(), "mtc-page-sentences-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Builds a page of one file; gives what was written, or fails as a build does. */
const built = async (
  page: string,
  { banner = "", more = [] }: { banner?: string; more?: ReadonlyArray<Plugin> } = {}
) => {
  const root = mkdtempSync(join(folder, "page-"))
  mkdirSync(join(root, "src/wording"), { recursive: true })
  writeFileSync(join(root, "src/wording/catalog.ts"), "export const catalog: Record<string, unknown> = {}")
  writeFileSync(
    join(root, "src/page.ts"),
    `import { catalog } from "./wording/catalog.ts"
     const say = (id: string) => catalog[id]
     const sayOf = (family: string, id: string) => say(id)
     const data: string = location.hash
     ${page}`
  )
  const made = await build({
    configFile: false,
    root,
    logLevel: "silent",
    plugins: [pageSentences(sentences), ...more],
    build: { write: false, rolldownOptions: { input: join(root, "src/page.ts"), output: { banner } } }
  })
  const { output } = (Array.isArray(made) ? made[0] : made) as { output: ReadonlyArray<{ code?: string }> }
  return output.map(({ code }) => code ?? "").join("\n")
}

const saidIn = (code: string) =>
  Object.entries(sentences)
    .filter(([, text]) => code.includes(text))
    .map(([id]) => id)

test.each([
  { what: "an id in the code", page: `console.log(say("heading.first"))`, said: ["heading.first"] },
  {
    what: "a template that composes ids",
    page: "console.log(say(`end.${data}.title`))",
    said: ["end.gone.title", "end.left.title"]
  },
  {
    what: "a family that ids arrive of as data",
    page: `console.log(sayOf("account-type.", data))`,
    said: ["account-type.meals", "account-type.withholding"]
  },
  { what: "nothing", page: "console.log(say(data))", said: [] }
])("a page carries the sentences that it asks for, and no other: $what", async ({ page, said }) => {
  expect(saidIn(await built(page))).toEqual(said)
})

test("the build fails where ids arrive as data and nobody says of which family", async () => {
  await expect(built("console.log(sayOf(data, data))")).rejects.toThrow(/page\.ts: sayOf names no family/)
})

test("the build fails where what ships asks for a sentence that it does not carry", async () => {
  await expect(
    built(`console.log(say("heading.first"))`, { banner: `globalThis.also = "issue.other";` })
  ).rejects.toThrow(/the pages of "client" lack sentences: issue\.other/)
})

test("the build fails where the sentences of a page get lost on the way", async () => {
  const loser: Plugin = {
    name: "loser",
    enforce: "post",
    renderChunk: (code) => code.replace(/"heading\.first":"First",/, "")
  }
  await expect(built(`console.log(say("heading.first"), say("page.elsewhere"))`, { more: [loser] })).rejects.toThrow(
    /lack sentences: heading\.first$/m
  )
})
