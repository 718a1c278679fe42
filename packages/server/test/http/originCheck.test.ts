import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import type { HttpEnv } from "../../src/http/HttpEnv.ts"
import { originCheck } from "../../src/http/originCheck.ts"

const ours = "https://mtc.dor.state.ma.us"
const origins = [
  undefined,
  "null",
  "https://evil.example",
  "https://sub.evil.example",
  "https://evil.state.ma.us",
  "http://mtc.dor.state.ma.us",
  "https://mtc.dor.state.ma.us.evil.example",
  "https://mtc.dor.state.ma.us:8443",
  ours
]
const types = [
  undefined,
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/json+x",
  "application/json",
  "application/json; charset=utf-8"
]
const sites = [undefined, "same-origin", "same-site", "cross-site", "none"]

const setup = (withoutOrigin: boolean) => {
  let changes = 0
  const app = new Hono<HttpEnv>()
  app.use(originCheck([ours], { withoutOrigin }))
  app.all("/", (c) => {
    changes += 1
    return c.body(null, 204)
  })
  const call = (method: string, headers: Record<string, string | undefined>) =>
    app.request("/", {
      method,
      headers: Object.fromEntries(
        Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined)
      )
    })
  return { call, changes: () => changes }
}

describe("T16 a call with a cookie", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    test(`${method} from every page and in every form: only our own page's JSON changes anything`, async () => {
      const { call, changes } = setup(false)
      let good = 0
      for (const origin of origins)
        for (const type of types)
          for (const site of sites) {
            const isOurs = origin === ours && site !== "cross-site"
            const isJson = type?.replace("; charset=utf-8", "") === "application/json"
            const isGood = isOurs && (isJson || method === "DELETE")
            if (isGood) good += 1
            const { status } = await call(method, { origin, "content-type": type, "sec-fetch-site": site })
            expect({ origin, type, site, status }).toEqual({
              origin,
              type,
              site,
              status: isGood ? 204 : isOurs ? 415 : 403
            })
          }
      expect(changes()).toBe(good)
    })

  test("GET from anywhere is let through: it changes nothing", async () => {
    expect((await setup(false).call("GET", { origin: "https://evil.example" })).status).toBe(204)
  })
})

describe("a call with a bearer token", () => {
  test.each([
    { origin: undefined, status: 204 },
    { origin: ours, status: 204 },
    { origin: "https://evil.example", status: 403 },
    { origin: "null", status: 403 }
  ])("from $origin: $status", async ({ origin, status }) => {
    const { call } = setup(true)
    expect((await call("POST", { origin, "content-type": "application/json" })).status).toBe(status)
  })
})
