import { parseArgs } from "node:util"
import { ApiKeys, apiKeyScopes, isApiKeyScope } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import { randomToken } from "./secrets/Derived.ts"

/** What `keys` is asked to do, or what is wrong with how it was asked. */
type Asked =
  | { readonly command: "create"; readonly name: string; readonly scopes: ReadonlyArray<(typeof apiKeyScopes)[number]> }
  | { readonly command: "list" }
  | { readonly command: "revoke"; readonly id: string }
  | { readonly problem: string }

const read = (args: ReadonlyArray<string>) => {
  try {
    const options = { scope: { type: "string", multiple: true }, name: { type: "string" } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    return undefined
  }
}

const parseKeyCommand = (args: ReadonlyArray<string>): Asked => {
  const { positionals: [command, id = "", ...more] = [], values: { name = "", scope = [] } = {} } = read(args) ?? {}
  const scopes = scope.flatMap((each) => each.split(","))
  if (command === "list" && id === "") return { command }
  if (command === "revoke" && id !== "" && more.length === 0) return { command, id }
  if (command !== "create" || id !== "") {
    return { problem: "Use keys with: create --scope <scopes> --name <application>, list, or revoke <id>" }
  }
  if (name.trim() === "") return { problem: "--name must name the application that gets the key" }
  return scopes.length > 0 && scopes.every(isApiKeyScope)
    ? { command, name: name.trim(), scopes: [...new Set(scopes)] }
    : { problem: `--scope must be one or more of: ${apiKeyScopes.join(", ")}` }
}

/**
 * `keys create`, `keys list`, `keys revoke`: the lines to print, or what is wrong.
 *
 * **Gotchas**
 *
 * The key itself is printed here, once; the database keeps a digest of it.
 */
export const keyCommands = Effect.fn("keyCommands")(function* (args: ReadonlyArray<string>) {
  const asked = parseKeyCommand(args)
  if ("problem" in asked) return asked
  const keys = yield* ApiKeys
  switch (asked.command) {
    case "create": {
      const secret = Redacted.make(`mtck_${Redacted.value(randomToken())}`)
      const { id } = yield* keys.keep(asked, secret)
      return {
        lines: [
          `id ${id}`,
          `key ${Redacted.value(secret)}`,
          "This is the only time that the key is shown. Store it now."
        ]
      }
    }
    case "list":
      return {
        lines: (yield* keys.list).map(({ createdAt, id, name, revokedAt, scopes }) =>
          [id, scopes.join(","), createdAt, revokedAt === null ? "valid" : `revoked ${revokedAt}`, name].join("  ")
        )
      }
    case "revoke":
      return (yield* keys.revoke(asked.id))
        ? { lines: [`revoked ${asked.id}`] }
        : { problem: "No valid key has this id. To see the keys, run: keys list" }
  }
})
