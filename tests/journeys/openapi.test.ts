import { afterAll, beforeAll, describe, expect, test } from "vitest"
import document from "../../packages/server/openapi.json" with { type: "json" }
import { answerCheck } from "./answerCheck.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { undescribed } from "./undescribed.ts"

let house: House
beforeAll(async () => {
  house = await openHouse({ database: "embedded" })
})
afterAll(() => house.close())

/** Method and path of every call of the document. */
const described = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path }))
)

/** Method and path of every route that answers: middleware stands for all methods. */
const routes = () => house.app.routes.filter(({ method }) => method !== "ALL")

/** Whether a route answers a call: `:step` stands for any name, `{id}` for `:id` alone. */
const answers = (route: { readonly method: string; readonly path: string }, call: (typeof described)[number]) => {
  const [names, words] = [route.path.split("/"), call.path.split("/")]
  return (
    route.method === call.method &&
    names.length === words.length &&
    names.every((name, at) =>
      name.startsWith(":") ? !words[at]!.startsWith("{") || words[at] === `{${name.slice(1)}}` : name === words[at]
    )
  )
}

describe("the OpenAPI document", () => {
  test("has every route of the house, but for those that stand on the list with their reason", () => {
    const missing = routes()
      .filter(({ path }) => !undescribed.some((each) => each.path.test(path)))
      .filter((route) => !described.some((call) => answers(route, call)))
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  test("has nothing that is no route", () => {
    const dead = described.filter((call) => !routes().some((route) => answers(route, call)))
    expect(dead).toEqual([])
  })

  test("is answered by the house, and the page of it", async () => {
    const [json, page, style] = await Promise.all(
      ["/openapi.json", "/docs", "/docs.css"].map(async (path) => house.app.request(path))
    )
    expect(await json!.json()).toEqual(document)
    expect(page!.headers.get("content-type")).toMatch(/^text\/html/)
    expect(page!.headers.get("content-security-policy")).toContain("style-src 'self'")
    const text = await page!.text()
    expect(text).not.toMatch(/<script|style=|https?:\/\//)
    for (const { path } of described) expect(text).toContain(`<code>${path}</code>`)
    expect(style!.headers.get("content-type")).toMatch(/^text\/css/)
  })
})

test("health is answered as the document says", async () => {
  const answered = await Promise.all(["/healthz", "/readyz"].map(async (path) => house.app.request(path)))
  expect(answered.map(({ status }) => status)).toEqual([200, 200])
})

describe("the list of what is not described", () => {
  test("names only routes that are there, or come in development", () => {
    const dead = undescribed.filter(
      ({ path, reason }) => reason !== "development only" && !routes().some((route) => path.test(route.path))
    )
    expect(dead).toEqual([])
  })
})

describe("the check of every answer", () => {
  const answer = (body: unknown, { status = 200, type = "application/json" } = {}) =>
    new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { "content-type": type, "x-request-id": "A" }
    })
  const problem = (code: string, status: number) =>
    answer(
      { type: `urn:mtc-logon:problem:${code}`, title: "No", status, code },
      { status, type: "application/problem+json" }
    )
  const lock = (response: Response) => answerCheck("GET", "/v1/me/registration-lock", response)

  test("passes what the document says", async () => {
    await lock(answer({ locked: true }))
    await lock(problem("terms_required", 403))
    await answerCheck("DELETE", "/v1/sessions", answer(undefined, { status: 204 }))
    await answerCheck("GET", "/v1/nowhere", problem("not_found", 404))
  })

  test.each([
    ["a member that is missing", answer({})],
    ["a member that the document does not know", answer({ locked: true, since: "2020" })],
    ["a member of another type", answer({ locked: "yes" })],
    ["a status that is not in it", answer({ locked: true }, { status: 201 })],
    ["another media type", answer({ locked: true }, { type: "text/plain" })],
    ["a problem that it is not told of", problem("locked", 403)],
    ["a problem under another status", problem("terms_required", 401)]
  ])("refuses %s", async (_, response) => {
    await expect(lock(response)).rejects.toThrow("not as the document says")
  })

  test("refuses a body where there is none, and an answer of a path that is not in it", async () => {
    const upgrade = answerCheck("GET", "/v1/logon-requests/1/events", answer({}, { status: 426 }))
    await expect(upgrade).rejects.toThrow("status 426 has a body")
    await expect(answerCheck("GET", "/v1/nowhere", answer({ secret: 1 }))).rejects.toThrow("is not in the document")
  })
})
