import type { LogonElementClass } from "./LogonElement.ts"

/** Registers the element once: a second copy of the package keeps the first, and says so where the versions differ. */
export const defineElement = (made: LogonElementClass, registry: CustomElementRegistry = customElements): void => {
  const name = "mtc-create-logon"
  const there = registry.get(name) as LogonElementClass | undefined
  if (there === undefined) registry.define(name, made)
  else if (there.version !== made.version) console.warn(name, there.version, made.version)
}
