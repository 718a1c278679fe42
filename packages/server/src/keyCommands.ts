import { ApiKeys, apiKeyScopes, isApiKeyScope } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import type { Asked } from "./readCommand.ts"
import { randomToken } from "./secrets/Derived.ts"

type Done = { readonly lines: ReadonlyArray<string> } | { readonly problem: string }

const createKey = ({ flags }: Asked): Effect.Effect<Done, never, ApiKeys> => {
  const name = (flags.get("name")?.at(-1) ?? "").trim()
  const scopes = (flags.get("scope") ?? []).flatMap((each) => each.split(","))
  const areScopes = scopes.every(isApiKeyScope)
  const problems = [
    ...(scopes.length > 0 && areScopes ? [] : [`--scope must be one or more of: ${apiKeyScopes.join(", ")}`]),
    ...(name === "" ? ["--name must name the application that gets the key"] : [])
  ]
  if (!areScopes || problems.length > 0) return Effect.succeed({ problem: problems.join("\n") })
  return Effect.gen(function* () {
    const secret = Redacted.make(`mtck_${Redacted.value(randomToken())}`)
    const { id } = yield* (yield* ApiKeys).keep({ name, scopes: [...new Set(scopes)] }, secret)
    return {
      lines: [`id ${id}`, `key ${Redacted.value(secret)}`, "This is the only time that the key is shown. Store it now."]
    }
  })
}

const listKeys = Effect.gen(function* () {
  const keys = yield* (yield* ApiKeys).list
  if (keys.length === 0) return { lines: ["There are no API keys. To create one, see: keys create --help"] }
  return {
    lines: keys.map(({ createdAt, id, name, revokedAt, scopes }) =>
      [id, scopes.join(","), createdAt, revokedAt === null ? "valid" : `revoked ${revokedAt}`, name].join("  ")
    )
  }
})

const revokeKey = Effect.fnUntraced(function* ({ word }: Asked) {
  return (yield* (yield* ApiKeys).revoke(word))
    ? { lines: [`revoked ${word}`] }
    : { problem: "No valid key has this id. To see the keys, run: keys list" }
})

/**
 * `keys create`, `keys list`, `keys revoke`: the lines to print, or what is wrong.
 *
 * **Gotchas**
 *
 * The key itself is printed here, once; the database keeps a digest of it.
 */
export const keyCommands = {
  "keys create": createKey,
  "keys list": () => listKeys,
  "keys revoke": revokeKey
} as const satisfies Readonly<Record<string, (asked: Asked) => Effect.Effect<Done, never, ApiKeys>>>
