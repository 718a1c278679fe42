import { randomBytes } from "node:crypto"
import type { MiddlewareHandler } from "hono"
import type { HttpEnv } from "./HttpEnv.ts"

/** Gives each call an id of ours, always 22 characters; what a caller sends as one is not read. */
export const requestId: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const id = randomBytes(16).toString("base64url")
  c.set("requestId", id)
  await next()
  c.res.headers.set("x-request-id", id)
}
