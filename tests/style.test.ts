import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { en } from "../packages/core/src/wording/locales/en.ts"
import { commands } from "../packages/server/src/commands.ts"
import { settingsHelp } from "../packages/server/src/ServerConfig.ts"
import { describe, expect, test } from "vitest"
import { root } from "./house/readSources.ts"

/** The phrases of the style guide's table that no text for outsiders has: those in code font of its second column. */
const avoided = Array.from(
  readFileSync(join(root, "docs/style.md"), "utf8").matchAll(/^\|([^|]+)\|([^|]+)\|[^|]+\|$/gm),
  ([, write = "", avoid = ""]) =>
    Array.from(avoid.matchAll(/`([^`]+)`/g), ([, phrase = ""]) => ({ write: write.trim(), phrase }))
).flat()

const patternOf = (phrase: string): RegExp => {
  const words = phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+")
  return new RegExp(`(?<!\\w)${words}(?!\\w)`, "iu")
}

const files = [
  "*.md",
  "docs/*.md",
  "docs/guides/*.md",
  ".changeset/*.md",
  "packages/*/README.md",
  "apps/demo/src/pages/*.ts",
  "apps/demo/src/peopleToday.ts",
  "packages/server/openapi.json"
]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  // The guide lists what to avoid; decisions quote the source.
  .filter((path) => path !== "docs/style.md" && path !== "docs/decisions.md" && !path.endsWith("CHANGELOG.md"))
  .map((path) => ({ where: path, text: readFileSync(join(root, path), "utf8") }))

const help = [settingsHelp(), ...Object.values(commands).flatMap(({ does }) => does.join(" "))].map((text) => ({
  where: "--help",
  text
}))

const sentences = Object.entries(en).map(([where, text]) => ({ where, text }))

/** What a text has that the guide says to write otherwise, with what is around it. */
const foundIn = (texts: ReadonlyArray<{ readonly where: string; readonly text: string }>): ReadonlyArray<string> =>
  texts.flatMap(({ text, where }) =>
    avoided.flatMap(({ phrase, write }) => {
      const at = text.search(patternOf(phrase))
      return at < 0 ? [] : [`${where}: "${text.slice(Math.max(0, at - 30), at + 40).trim()}" (write: ${write})`]
    })
  )

describe("the texts for people outside", () => {
  test("are held against a table that lists phrases", () => {
    expect(avoided.length).toBeGreaterThan(20)
    expect(foundIn([{ where: "here", text: "Anybody in\nthe house" }])).toHaveLength(2)
  })

  test("documents, release notes, the API document and the pages of the demo have no phrase that the style guide avoids", () => {
    expect(files.length).toBeGreaterThan(30)
    expect(foundIn(files)).toEqual([])
  })

  test("the help of the server has none", () => {
    expect(foundIn(help)).toEqual([])
  })

  test("the sentences of pages and mails have none", () => {
    expect(foundIn(sentences)).toEqual([])
  })
})
