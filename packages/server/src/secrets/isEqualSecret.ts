import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { Redacted } from "effect"

const key = randomBytes(32)

const blind = (text: Redacted.Redacted | string) =>
  createHmac("sha256", key)
    .update(Redacted.isRedacted(text) ? Redacted.value(text) : text)
    .digest()

/** Whether two secrets are the same, in a time that tells neither where they differ nor how long they are. */
export const isEqualSecret = (one: Redacted.Redacted | string, other: Redacted.Redacted | string): boolean =>
  timingSafeEqual(blind(one), blind(other))
