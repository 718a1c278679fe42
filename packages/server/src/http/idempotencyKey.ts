import type { Context } from "hono"

/** The key that makes a repeated call the same call, 8 to 64 characters; none where it is missing or no key. */
export const idempotencyKey = (c: Context): string | undefined =>
  /^[\w-]{8,64}$/.exec(c.req.header("idempotency-key") ?? "")?.[0]
