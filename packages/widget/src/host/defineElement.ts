import type { LogonElementClass } from "./LogonElement.ts"

/** Registers the element once. A second copy of the package does not replace the first. */
export const defineElement = (made: LogonElementClass, registry: CustomElementRegistry = customElements): void => {
  const name = "mtc-create-logon"
  if (registry.get(name) === undefined) registry.define(name, made)
}
