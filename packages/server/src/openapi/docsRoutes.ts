import { readFileSync } from "node:fs"
import { Hono } from "hono"
import type { HttpEnv } from "../http/HttpEnv.ts"
import { pagePolicy } from "../http/securityHeaders.ts"
import { docsPage } from "./docsPage.ts"

/** The style sheet of the page at `/docs`. */
const docsStyle = `
*{box-sizing:border-box}
html{scroll-padding-top:16px}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#141414;background:#fff;overflow-wrap:anywhere}
header{padding:24px;background:#14558f;color:#fff}
header p{max-width:75ch}
header a{color:#fff}
h1{margin:0 0 8px;font-size:28px;line-height:1.2}
h2{margin:40px 0 8px;font-size:24px}
h3{margin:0 0 8px;font-size:20px}
h4{margin:16px 0 4px;font-size:16px}
a{color:#14558f}
nav{padding:0 24px 24px}
nav h2{margin-top:24px;font-size:20px}
nav ul{margin:0;padding:0;list-style:none}
nav ul ul{padding-left:16px}
nav a{display:inline-block;padding:4px 0}
main{padding:0 24px 48px}
main:focus{outline:none}
section{margin:16px 0;padding:16px;border:1px solid #707070;border-radius:4px}
p,dd{max-width:75ch}
section p{margin:4px 0}
.way strong{padding:2px 8px;border-radius:4px;background:#14558f;color:#fff}
code{font:14px/1.5 ui-monospace,monospace}
pre{margin:0;padding:12px;border-radius:4px;background:#f0f3f6;white-space:pre-wrap}
dl{margin:0}
dt{margin-top:8px;font-weight:600}
dd{margin:0 0 0 16px}
dd p{margin:4px 0}
dd dl{border-left:2px solid #c8d3de;padding-left:8px}
summary{margin-top:16px;padding:4px 0;cursor:pointer;font-weight:600}
.skip{position:absolute;left:-9999px}
.skip:focus{left:8px;top:8px;padding:8px;background:#fff;color:#14558f}
:focus-visible{outline:3px solid #14558f;outline-offset:2px}
header :focus-visible{outline-color:#fff}
@media (min-width:1000px){
body{display:grid;grid-template:auto 1fr/320px 1fr}
header{grid-column:1/-1}
nav{position:sticky;top:0;max-height:100vh;overflow:auto;border-right:1px solid #707070}
main{min-width:0;max-width:960px}
}
@media (prefers-color-scheme:dark){
body{background:#141414;color:#f0f0f0}
header{background:#0d3a63}
a,.skip:focus{color:#9cc9f5}
header a{color:#fff}
pre{background:#242a30}
.way strong{background:#9cc9f5;color:#141414}
.skip:focus{background:#141414}
dd dl{border-color:#4a5763}
:focus-visible{outline-color:#9cc9f5}
}
`

/** Beside `src` and `dist`: made by `openapi`, and held against the routes by a test. */
const file = new URL("../../openapi.json", import.meta.url)

/** `GET /docs`: 200 with the API document as a page, from files of the server alone. */
export const docsRoutes = () => {
  const page = docsPage(JSON.parse(readFileSync(file, "utf8")))
  return new Hono<HttpEnv>()
    .get("/docs", (c) => c.html(page, 200, { "content-security-policy": pagePolicy([]) }))
    .get("/docs.css", (c) => c.body(docsStyle, 200, { "content-type": "text/css;charset=utf-8" }))
}
