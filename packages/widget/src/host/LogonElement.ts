import type { Appearance } from "../protocol/Appearance.ts"

/** The element `<mtc-create-logon>`. */
export interface LogonElement extends HTMLElement {
  appearance: Appearance | undefined
  /** Starts over. */
  reset(): void
}

declare global {
  interface HTMLElementTagNameMap {
    "mtc-create-logon": LogonElement
  }
}

export type LogonElementClass = new () => LogonElement
