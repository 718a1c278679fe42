import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ApiKeys, apiKeyScopes } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { sandboxKey } from "../../packages/server/src/dev/seedSandbox.ts"
import { serve } from "../../packages/server/src/serve.ts"
import type { Served } from "../../packages/server/src/serve.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"

const root = join(import.meta.dirname, "../..")
const guide = readFileSync(join(root, "docs/guides/http.md"), "utf8")
const readme = readFileSync(join(root, "README.md"), "utf8")

/** Each call of the guide with what stands under it. */
const calls = Array.from(
  guide.matchAll(/```sh\n(curl [\s\S]*?)```\n```json\n([\s\S]*?)```/g),
  ([, call = "", answer = ""]) => ({
    call,
    answer
  })
)

let house: House
let served: Served
beforeAll(async () => {
  house = await openHouse()
  await house.runtime.runPromise(
    Effect.flatMap(ApiKeys, (keys) => keys.keep({ name: "Sandbox", scopes: apiKeyScopes }, Redacted.make(sandboxKey)))
  )
  served = await serve(house.app, { host: "127.0.0.1", port: 0 })
})
afterAll(async () => {
  await served.stop(1_000)
  await house.close()
})

/** A call as curl makes it: the words of a line, quotes and variables read as a shell does. */
const fetched = async (line: string, variables: Readonly<Record<string, string>>): Promise<unknown> => {
  const words = Array.from(
    line.matchAll(/'([^']*)'|"([^"]*)"|([^\s\\]+)/g),
    ([, raw, quoted, bare]) =>
      raw ?? (quoted ?? bare ?? "").replaceAll(/\$(\w+)/g, (_, name: string) => variables[name]!)
  )
  const after = (flag: string) => words.flatMap((word, at) => (word === flag ? [words[at + 1]!] : []))
  const [url = ""] = words.filter((word) => word.startsWith("http://"))
  const response = await fetch(url.replace("localhost:8787", `127.0.0.1:${served.port}`), {
    method: after("-X")[0] ?? "GET",
    headers: after("-H").map((header) => header.split(": ") as [string, string]),
    ...(after("-d")[0] !== undefined && { body: after("-d")[0]! })
  })
  return JSON.parse(await response.text())
}

/** What the guide shows, where `"..."` is any text and a list may be longer. */
const shown = (part: unknown): unknown => {
  if (part === "...") return expect.any(String)
  if (Array.isArray(part)) return part.length === 0 ? [] : expect.arrayContaining(part.map(shown))
  if (typeof part !== "object" || part === null) return part
  return expect.objectContaining(Object.fromEntries(Object.entries(part).map(([name, value]) => [name, shown(value)])))
}

test("every call of the guide answers what stands under it", async () => {
  expect(guide).toContain(`KEY=${sandboxKey}`)
  expect(calls.length).toBeGreaterThan(10)
  let ID = ""
  for (const { answer, call } of calls) {
    const told = (await fetched(call, { KEY: sandboxKey, ID })) as { readonly id?: string; readonly receipt?: string }
    expect(told, call.split("\n")[0]).toEqual(shown(JSON.parse(answer)))
    if (told.receipt !== undefined && told.id !== undefined) ID = told.id
  }
})

test("the README asks as it says", async () => {
  const [, call = "", answer = ""] =
    /```sh\n(curl [^\n]*\/v1\/decisions [\s\S]*?)\n# 200 ([\s\S]*?)```/.exec(readme) ?? []
  expect(call).toContain("$KEY")
  const told = await fetched(call, { KEY: sandboxKey })
  expect(told).toMatchObject({ decision: { result: "Refused", code: "issue.password-length", rule: "R-18a" } })
  expect(answer).toContain('"result": "Refused", "code": "issue.password-length", "rule": "R-18a"')
})
