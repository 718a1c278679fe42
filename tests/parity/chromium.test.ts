import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { widgetFiles } from "@mtc-logon/widget/files"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { pageQuestions } from "../../packages/core/src/questions/pageQuestions.ts"
import { questionIds } from "../../packages/core/src/questions/questionIds.ts"
import { issuesOfAnswer } from "../../packages/core/src/logon-request/issuesOfAnswer.ts"
import { decideVector } from "../../packages/core/src/testing/decideVector.ts"
import { runVectors } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorRun } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorFile } from "../../packages/core/src/testing/Vector.ts"
import { launchChromium } from "../harness/launchChromium.ts"
import { agreedHash } from "./agreedHash.ts"
import { bundleForPages } from "./bundleForPages.ts"
import { typedFor } from "./typedFor.ts"

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../packages/core/vectors.json"), "utf8")
) as VectorFile
const entry = (name: string): string => join(import.meta.dirname, `${name}.ts`)

/** The vectors of what a page asks. */
const ofPages: VectorFile = {
  ...file,
  vectors: file.vectors.filter(({ question }) => Object.hasOwn(pageQuestions, questionIds[question]))
}

/** Everything that the frame can be told by these vectors, step by step, under the policy of each. */
const typed = ofPages.vectors.flatMap((vector) =>
  typedFor(vector).map((step) => ({ ...step, ruleSet: vector.ruleSet }))
)

const { directory, manifest } = widgetFiles()
const given: Record<string, string> = {
  "/": `<!doctype html><html lang="en"><title>Vectors</title><link rel="icon" href="data:,">`,
  "/vectors.json": JSON.stringify(file),
  "/vectors-of-pages.json": JSON.stringify(ofPages),
  "/typed.json": JSON.stringify(typed)
}
const typeOf = (path: string): string =>
  path.endsWith(".js") ? "text/javascript" : path.endsWith(".json") ? "application/json" : "text/html"
const server = createServer(({ url = "/" }, response) => {
  response.setHeader("content-type", `${typeOf(url)};charset=utf-8`)
  response.end(url.startsWith("/site/") ? readFileSync(join(directory, url.slice("/site/".length))) : given[url])
})

let browser: Browser
let page: Page
beforeAll(async () => {
  given["/all.js"] = await bundleForPages(entry("answerVectors"))
  given["/asked.js"] = await bundleForPages(entry("answerPageVectors"))
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  browser = await launchChromium()
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

// As texts, since the test runner would rewrite the `import()` of a function.
const answersOf = (script: string, vectors: string): Promise<VectorRun> =>
  page.evaluate(`(async () => {
    const { answerVectors } = await import("${script}")
    return answerVectors(await (await fetch("${vectors}")).json())
  })()`)

describe("I16 the vectors", () => {
  test("are answered in a page, by rules bundled as the widget bundles them, as they say, with the agreed hash", async () => {
    const { count, hash, wrong } = await answersOf("/all.js", "/vectors.json")
    expect(wrong.slice(0, 3)).toEqual([])
    expect(count).toBe(file.vectors.length)
    expect(hash).toBe(agreedHash)
  })

  test("of what a page asks are answered alike by the widget's own choice of questions", async () => {
    const inNode = await runVectors(ofPages, decideVector)
    const { count, hash, wrong } = await answersOf("/asked.js", "/vectors-of-pages.json")
    expect(wrong.slice(0, 3)).toEqual([])
    expect(count).toBe(inNode.count)
    expect(hash).toBe(inNode.hash)
  })
})

/** The built files give no rules to the outside, but `issuesOfAnswer`, which asks all of a page's questions of what is typed. */
test.each(["frame", "pages"])(
  "I16 what is typed of the vectors has the same issues in Node and in the built %s.js",
  async (bundle) => {
    const first = readFileSync(join(directory, manifest[`${bundle}.js`]!.hashed), "utf8")
    const later = new RegExp(`${bundle}-laterScreens\\.[\\w-]+\\.js`).exec(first)?.[0]
    const inPage = await page.evaluate(`(async () => {
      const { issuesOfAnswer } = await import("/site/${later}")
      const json = async (path) => (await fetch(path)).json()
      const { ruleSets } = await json("/vectors.json")
      return (await json("/typed.json")).map(({ answers, ruleSet, step, text }) =>
        issuesOfAnswer(step, text, { answers, options: { policy: ruleSets[ruleSet].policy } }))
    })()`)
    const inNode = typed.map(({ answers, ruleSet, step, text }) =>
      issuesOfAnswer(step, text, {
        answers,
        options: { policy: file.ruleSets[ruleSet]!.policy }
      })
    )
    expect(inPage).toEqual(inNode)
    const told = new Set(inNode.flat().map(({ messageId }) => messageId))
    expect(told.size, "so many things are wrong with what is typed").toBeGreaterThan(40)
  }
)
