import { Hono } from "hono"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import type { Signing } from "../../secrets/Signing.ts"

/** `GET /.well-known/jwks.json`: 200 with the public keys of receipts (RFC 7517). */
export const jwksRoutes = ({ jwks }: Signing["Service"]) =>
  new Hono<HttpEnv>().get("/.well-known/jwks.json", (c) => c.json(jwks, 200, { "cache-control": "max-age=300" }))
