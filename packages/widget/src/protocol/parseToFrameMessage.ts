import type { Appearance, AppearanceVariable } from "./Appearance.ts"
import { appearanceVariables } from "./Appearance.ts"
import type { Setup, ToFrameMessage } from "./ToFrameMessage.ts"
import { ours } from "./parseToPageMessage.ts"

const themes = ["massachusetts", "plain", "contrast"] as const
const colorSchemes = ["light", "dark", "auto"] as const
const densities = ["comfortable", "compact"] as const

const oneOf = <A>(list: ReadonlyArray<A>, value: unknown): A | undefined => list.find((one) => one === value)

const text = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === "string" && pattern.test(value) ? value : undefined

/** Drops what is absent, so that no field is there with `undefined`. */
const present = <A extends object>(fields: { [K in keyof A]: A[K] | undefined }): A =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as A

const parseAppearance = (data: unknown): Appearance | undefined => {
  if (typeof data !== "object" || data === null) return undefined
  const { variables, density }: { readonly variables?: unknown; readonly density?: unknown } = data
  const given: Record<string, unknown> = typeof variables === "object" && variables !== null ? { ...variables } : {}
  const read = appearanceVariables.flatMap((name): Array<readonly [AppearanceVariable, string]> => {
    const value = text(given[name], /^[^;{}\\<>]{1,80}$/)
    return value === undefined ? [] : [[name, value]]
  })
  return present<Appearance>({ variables: Object.fromEntries(read), density: oneOf(densities, density) })
}

const parseSetup = (it: Readonly<Record<string, unknown>>): Setup => {
  return present<Setup>({
    locale: text(it["locale"], /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3}$/),
    theme: oneOf(themes, it["theme"]),
    colorScheme: oneOf(colorSchemes, it["colorScheme"]),
    appearance: parseAppearance(it["appearance"]),
    headingLevel: oneOf([1, 2, 3, 4], it["headingLevel"])
  })
}

/**
 * Reads a message from the page: a value of the protocol, or nothing. Unknown types are nothing, unknown and malformed
 * fields are dropped: nothing that a page says can fill a field of the form.
 */
export const parseToFrameMessage = (data: unknown): ToFrameMessage | undefined => {
  const it = ours(data)
  if (it === undefined) return undefined
  const { type } = it
  switch (type) {
    case "init": {
      const nonce = text(it["nonce"], /^[\d,]{7,43}$/)
      const reference = text(it["reference"], /^[\w.~-]{1,64}$/)
      return nonce === undefined
        ? undefined
        : { mtc: 1, type, nonce, ...parseSetup(it), ...(reference === undefined ? {} : { reference }) }
    }
    case "update":
      return { mtc: 1, type, ...parseSetup(it) }
    case "focus":
    case "reset":
      return { mtc: 1, type }
    default:
      return undefined
  }
}
