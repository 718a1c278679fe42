import type { LogonElementClass } from "./LogonElement.ts"

/** Registers the element once: a second copy of the package leaves the first in place. */
export const defineElement = (made: LogonElementClass, registry: CustomElementRegistry = customElements): void => {
  const name = "mtc-create-logon"
  if (registry.get(name) === undefined) registry.define(name, made)
}
