import { randomBytes } from "node:crypto"
import { ApiKeys } from "@mtc-logon/core/partner"
import type { ApiKeyScope } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import type { House } from "./openHouse.ts"
import { visitorOf } from "./visitorOf.ts"

/** An application of the Department that asks the rules engine with a key of its own, or with the one that is given. */
export const applicationOf = async (house: House, scopes: ReadonlyArray<ApiKeyScope>) => {
  const key = `mtck_${randomBytes(32).toString("base64url")}`
  const { id } = await house.runtime.runPromise(
    Effect.flatMap(ApiKeys, (keys) => keys.keep({ name: "Some application", scopes }, Redacted.make(key)))
  )
  const { call } = visitorOf(house)
  return {
    id,
    key,
    get: <A>(path: string, headers: Readonly<Record<string, string>> = {}) =>
      call<A>("GET", path, { token: key, headers }),
    post: <A>(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
      call<A>("POST", path, { token: key, headers, ...(body !== undefined && { body }) }),
    revoke: () => house.runtime.runPromise(Effect.flatMap(ApiKeys, (keys) => keys.revoke(id)))
  }
}

export type Application = Awaited<ReturnType<typeof applicationOf>>
