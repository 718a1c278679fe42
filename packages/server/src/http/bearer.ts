import { Effect, Redacted } from "effect"
import type { Context } from "hono"
import { HttpError } from "./HttpError.ts"

const none = new HttpError({ reason: { _tag: "NoBearer" } })

/** The bearer token of a call: 256 bits, base64url. */
export const bearer = (c: Context): Effect.Effect<Redacted.Redacted, HttpError> => {
  const token = /^Bearer ([\w-]{43})$/.exec(c.req.header("authorization") ?? "")?.[1]
  return token === undefined ? Effect.fail(none) : Effect.succeed(Redacted.make(token))
}
