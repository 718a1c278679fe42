import { Hono } from "hono"
import type { Context } from "hono"
import type { SiteFile, WidgetSite } from "./WidgetSite.ts"

/** Seconds that a moving address may be kept. */
const movingSeconds = 300

const encodingOf = (c: Context): "br" | "gzip" | "plain" => {
  const accepted = (c.req.header("accept-encoding") ?? "").toLowerCase()
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "plain"
}

const send = (c: Context, file: SiteFile | undefined, cacheControl: string) => {
  if (file === undefined) return c.notFound()
  const encoding = encodingOf(c)
  return c.body(new Uint8Array(file[encoding]), 200, {
    "content-type": file.type,
    "cache-control": cacheControl,
    vary: "accept-encoding",
    ...(encoding === "plain" ? {} : { "content-encoding": encoding }),
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin"
  })
}

/**
 * `GET /widget/v1/<file>`: 200 with the newest file of protocol 1. `GET /widget/<version>/<file>`: 200 with exactly that
 * version, whose hashes stand in `integrity.json`. 404 for everything else.
 */
export const widgetRoutes = (site: WidgetSite) =>
  new Hono()
    .get("/widget/v1/:file", (c) => send(c, site.file(c.req.param("file")), `public,max-age=${movingSeconds}`))
    .get("/widget/:version/:file", (c) =>
      c.req.param("version") === site.version
        ? send(c, site.file(c.req.param("file")), "public,max-age=31536000,immutable")
        : c.notFound()
    )
