import type { Appearance } from "../protocol/Appearance.ts"

/** `<mtc-create-logon>` as a page sees it. */
export interface LogonElement extends HTMLElement {
  appearance: Appearance | undefined
  /** Begins anew. */
  reset(): void
}

export type LogonElementClass = new () => LogonElement
