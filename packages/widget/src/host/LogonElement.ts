import type { Appearance } from "../protocol/Appearance.ts"

/** `<mtc-create-logon>` as a page sees it. */
export interface LogonElement extends HTMLElement {
  appearance: Appearance | undefined
  /** Begins anew. */
  reset(): void
}

declare global {
  interface HTMLElementTagNameMap {
    "mtc-create-logon": LogonElement
  }
}

export type LogonElementClass = new () => LogonElement
