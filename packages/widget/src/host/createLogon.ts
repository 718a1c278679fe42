import type { Appearance } from "../protocol/Appearance.ts"
import type { ColorScheme, Theme } from "../protocol/ToFrameMessage.ts"
import type { LogonEvents } from "./LogonEvents.ts"

/** The attributes and properties of `<mtc-create-logon>` by their script names. */
export interface LogonOptions {
  /** The publishable partner ID, for example `mtcpk_test_bayside`. Required unless `mode` is `inline`. */
  readonly partnerId?: string
  readonly mode?: "framed" | "inline" | "redirect"
  /** A BCP 47 tag, or `auto`. */
  readonly locale?: string
  readonly theme?: Theme
  readonly colorScheme?: ColorScheme
  /** At most 64 of `[A-Za-z0-9._~-]`; never personal data. */
  readonly reference?: string
  /** 1 to 4. */
  readonly headingLevel?: number
  readonly loading?: "eager" | "lazy"
  /** The origin of the service, for example `https://mtc.example`. */
  readonly origin?: string
  readonly appearance?: Appearance
}

/** A form that a script created. Calling `mount` twice shows one form. `destroy` removes everything. */
export interface Logon {
  readonly element: HTMLElement
  mount(place: string | Element): void
  /** Removes the form from the page, with everything that was typed. */
  unmount(): void
  update(options: LogonOptions): void
  /** Removes the form for good, with its frame, channel, timers and listeners. */
  destroy(): void
  /** Returns a function that stops listening. */
  on<E extends keyof LogonEvents>(type: E, listener: (detail: LogonEvents[E]) => void): () => void
}

const attributeOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Creates the form from a script. Define the element first. */
export const createLogon = (options: LogonOptions): Logon => {
  const element = document.createElement("mtc-create-logon")
  const update = ({ appearance, ...rest }: LogonOptions) => {
    for (const [name, value] of Object.entries(rest)) element.setAttribute(attributeOf(name), String(value))
    if (appearance !== undefined) element.appearance = appearance
  }
  update(options)
  return {
    element,
    update,
    mount: (place) => {
      const parent = typeof place === "string" ? document.querySelector(place) : place
      if (parent === null) throw new TypeError(String(place))
      if (element.parentElement !== parent) parent.append(element)
    },
    unmount: () => element.remove(),
    destroy: () => element.remove(),
    on: (type, listener) => {
      const hear = (event: Event) => {
        if (event instanceof CustomEvent) listener(event.detail)
      }
      element.addEventListener(type, hear)
      return () => element.removeEventListener(type, hear)
    }
  }
}
