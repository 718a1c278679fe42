import { render } from "preact"
import type { LogonElement, LogonElementClass } from "../host/LogonElement.ts"
import { apiAt } from "../api/Api.ts"
import { HeadingLevel } from "../parts/heading/HeadingLevel.ts"
import type { Appearance } from "../protocol/Appearance.ts"
import { logonErrorCodes } from "../protocol/LogonErrorCode.ts"
import type { LogonEvents } from "../host/LogonEvents.ts"
import type { ColorScheme, Theme } from "../protocol/ToFrameMessage.ts"
import { LogonRequestApp } from "../steps/LogonRequestApp.tsx"
import { applyAppearance } from "../theme/applyAppearance.ts"
import css from "./inline.css?inline"

/** Where the service answers: "" is the page's own origin. */
export interface InlineSettings {
  readonly apiBase?: string
}

/** One sheet for all elements of a page, adopted: it needs no `style-src` and no nonce. */
const adopt = (root: Document | ShadowRoot) => {
  sheet ??= new CSSStyleSheet()
  if (sheet.cssRules.length === 0) sheet.replaceSync(css)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
let sheet: CSSStyleSheet | undefined

const setting = <A extends string>(value: string | null, list: ReadonlyArray<A>): A | undefined =>
  list.find((one) => one === value)

/**
 * Makes the class of `<mtc-create-logon>` for the Department's own pages: the same form and events, no frame.
 *
 * **Gotchas**
 *
 * The form stands in the light DOM, so that password managers find it; `isolate` puts it into an open shadow root.
 */
export const createInlineClass = ({ apiBase = "" }: InlineSettings): LogonElementClass =>
  class extends HTMLElement implements LogonElement {
    #appearance: Appearance | undefined
    #root: Element | undefined

    get appearance() {
      return this.#appearance
    }
    set appearance(appearance: Appearance | undefined) {
      this.#appearance = appearance
      this.#look()
    }

    connectedCallback() {
      if (this.#root === undefined) this.#mount()
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected) this.#unmount()
      })
    }

    reset() {
      this.#unmount()
      if (this.isConnected) this.#mount()
    }

    #tell<E extends keyof LogonEvents>(type: E, detail: LogonEvents[E]) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
    }

    #look() {
      const theme = setting<Theme>(this.getAttribute("theme"), ["massachusetts", "plain", "contrast"])
      const colorScheme = setting<ColorScheme>(this.getAttribute("color-scheme"), ["light", "dark", "auto"])
      const errors = applyAppearance(this, {
        ...(theme === undefined ? {} : { theme }),
        ...(colorScheme === undefined ? {} : { colorScheme }),
        ...(this.#appearance === undefined ? {} : { appearance: this.#appearance })
      })
      for (const code of errors) this.#tell("mtc-error", { v: 1, code })
    }

    #mount() {
      const shadow = this.hasAttribute("isolate") ? (this.shadowRoot ?? this.attachShadow({ mode: "open" })) : undefined
      adopt(shadow ?? document)
      this.#look()
      const root = document.createElement("div")
      const home = shadow ?? this
      home.append(root)
      this.#root = root
      const reference = this.getAttribute("reference")
      const level = Number(this.getAttribute("heading-level"))
      render(
        <HeadingLevel.Provider value={level >= 1 && level <= 4 ? level : 2}>
          <LogonRequestApp
            api={apiAt(apiBase)}
            openedBy={{ ...(reference === null ? {} : { reference }), locale: document.documentElement.lang || "en" }}
            events={{
              step: (step, number, total) => this.#tell("mtc-step", { v: 1, step, number, total }),
              complete: (confirmationNumber) => this.#tell("mtc-complete", { v: 1, confirmationNumber }),
              done: () => this.#tell("mtc-done", { v: 1 }),
              cancel: () => this.#tell("mtc-cancel", { v: 1 }),
              timeout: () => this.#tell("mtc-timeout", { v: 1 }),
              error: (code) =>
                this.#tell("mtc-error", {
                  v: 1,
                  code: logonErrorCodes.find((known) => known === code) ?? "other"
                })
            }}
            start="taxpayer-type"
            ownsDocument={false}
          />
        </HeadingLevel.Provider>,
        root
      )
      this.#tell("mtc-ready", { v: 1 })
    }

    #unmount() {
      if (this.#root === undefined) return
      render(null, this.#root)
      this.#root.remove()
      this.#root = undefined
    }
  }
