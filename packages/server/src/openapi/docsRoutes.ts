import { readFileSync } from "node:fs"
import { Hono } from "hono"
import type { HttpEnv } from "../http/HttpEnv.ts"
import { pagePolicy } from "../http/securityHeaders.ts"
import { docsPage } from "./docsPage.ts"
import { docsStyle } from "./docsStyle.ts"

/** Beside `src` and `dist`: made by `openapi`, and held against the routes by a test. */
const file = new URL("../../openapi.json", import.meta.url)

/** `GET /docs`: 200 with the API document as a page, from files of the server alone. */
export const docsRoutes = () => {
  const page = docsPage(JSON.parse(readFileSync(file, "utf8")))
  return new Hono<HttpEnv>()
    .get("/docs", (c) => c.html(page, 200, { "content-security-policy": pagePolicy([]) }))
    .get("/docs.css", (c) => c.body(docsStyle, 200, { "content-type": "text/css;charset=utf-8" }))
}
