import type { LogonErrorCode } from "../protocol/LogonErrorCode.ts"
import type { Setup, ToPageMessage } from "../protocol/ToFrameMessage.ts"
import { openFrameChannel } from "./openFrameChannel.ts"
import type { LogonElement, LogonElementClass } from "./LogonElement.ts"
import type { LogonEvents } from "./LogonEvents.ts"

/** Milliseconds that a loaded frame has to answer. */
const answerMs = 6_000
/** Milliseconds that a frame has to load. */
const loadMs = 20_000

const sandbox = "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox"

/** Attributes as `Setup` names them; `look` are those that a running form can change. */
const look = ["locale", "theme", "color-scheme"]
const attributes = [...look, "partner-id", "mode", "reference", "heading-level", "origin"]

const make = <T extends keyof HTMLElementTagNameMap>(tag: T, properties?: object): HTMLElementTagNameMap[T] =>
  Object.assign(document.createElement(tag), properties)

/** The sentences that the page itself shows: they come by the entry point, since this room sees no wording. */
export interface HostWords {
  readonly title: string
  readonly blocked: string
  readonly open: string
}

/**
 * Creates the class of `<mtc-create-logon>` for pages that frame the form or link to it.
 *
 * **Details**
 *
 * `origin` is the origin of the service. An attribute of the same name overrides it. The element's children are the fallback, shown
 * if the form cannot be.
 */
export const createElementClass = (words: HostWords, origin: string): LogonElementClass =>
  class extends HTMLElement implements LogonElement {
    static readonly observedAttributes = attributes
    #channel: MessagePort | undefined
    #timer: ReturnType<typeof setTimeout> | undefined
    /** Children without a slot are not shown: the page's fallback waits until it gets one. `focus()` goes to the frame. */
    #root = this.attachShadow({ mode: "open", delegatesFocus: true })
    #appearance: Setup["appearance"]

    get appearance() {
      return this.#appearance
    }
    set appearance(appearance: Setup["appearance"]) {
      this.#appearance = appearance
      this.#update()
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null) {
      if (before === after || this.#root.firstChild === null) return
      if (look.includes(name)) this.#update()
      else this.reset()
    }

    reset() {
      this.disconnectedCallback()
      if (this.isConnected) this.connectedCallback()
    }

    #tell<E extends keyof LogonEvents>(type: E, detail: LogonEvents[E]) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
    }

    #of(name: string) {
      return this.getAttribute(name)
    }

    /** What is absent or malformed is dropped by the frame. */
    #setup() {
      const locale = this.#of("locale")?.replace("auto", "") || undefined
      return {
        locale: locale ?? (this.closest<HTMLElement>("[lang]")?.lang || navigator.language),
        theme: this.#of("theme"),
        colorScheme: this.#of("color-scheme"),
        reference: this.#of("reference"),
        headingLevel: Number(this.#of("heading-level")),
        appearance: this.#appearance
      } as unknown as Setup & { reference?: string }
    }

    #update() {
      this.#channel?.postMessage({ ...this.#setup(), mtc: 1, type: "update" })
    }

    #link(path: string, textContent: string) {
      return make("a", { href: this.#origin + path, textContent })
    }

    get #origin() {
      return new URL(this.#of("origin") ?? origin, location.href).origin
    }

    connectedCallback() {
      const partnerId = this.#of("partner-id") ?? ""
      if (!/^mtcpk_(test|live)_\w{1,60}$/.test(partnerId))
        return this.#fail(partnerId === "" ? "partner_id_missing" : "partner_id_malformed")
      if (this.#of("mode") === "redirect") {
        const state = encodeURIComponent(this.#of("reference") ?? "")
        this.#root.replaceChildren(this.#link(`/register?p=${partnerId}&state=${state}`, words.title))
        return this.#tell("mtc-ready", { v: 1 })
      }
      if (this.#origin === location.origin) return this.#fail("same_origin")
      const loading = this.#of("loading") === "lazy" ? "lazy" : "eager"
      const frame = make("iframe", {
        title: words.title,
        sandbox,
        allow: "clipboard-write",
        referrerPolicy: "strict-origin",
        loading,
        src: `${this.#origin}/embed/v1/create-logon?p=${partnerId}`,
        onload: () => this.#shake(frame)
      })
      frame.style.cssText = "display:block;width:100%;height:30em;border:0"
      // A lazy frame loads when it comes near; no time is set for that.
      if (loading === "eager") this.#limit(loadMs)
      return this.#root.replaceChildren(frame)
    }

    #limit(milliseconds: number) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#fail("frame_blocked"), milliseconds)
    }

    /** Each load is a new document with a new channel: the frame may reload itself. */
    #shake(frame: HTMLIFrameElement) {
      this.#channel?.close()
      this.#limit(answerMs)
      this.#channel = openFrameChannel(frame, this.#origin, this.#setup(), (message) => this.#receive(frame, message))
    }

    #receive(frame: HTMLIFrameElement, message: ToPageMessage) {
      const { mtc: _, type, ...fields } = message
      // It has answered, be it with the reason why it has no form.
      clearTimeout(this.#timer)
      if ("height" in message) frame.style.height = `${message.height}px`
      if (type === "height") return undefined
      // Only up to the top of a form that a shorter step left behind.
      if (type === "scroll") return frame.getBoundingClientRect().top < 0 && frame.scrollIntoView()
      if (message.type === "ready")
        return message.protocol === 1 ? this.#tell("mtc-ready", { v: 1 }) : this.#fail("protocol_unsupported")
      return this.#tell(`mtc-${type}`, { v: 1, ...fields } as LogonEvents[`mtc-${typeof type}`])
    }

    /** Never an empty place on the page: the page's own fallback, or a sentence with the way to the form. */
    #fail(code: LogonErrorCode) {
      this.disconnectedCallback()
      if (this.firstElementChild !== null) this.#root.append(make("slot"))
      else {
        const text = make("p")
        text.append(words.blocked, " ", this.#link("/register", words.open))
        this.#root.append(text)
      }
      this.#tell("mtc-error", { v: 1, code, fatal: true })
    }

    disconnectedCallback() {
      clearTimeout(this.#timer)
      this.#channel?.close()
      this.#channel = undefined
      this.#root.replaceChildren()
    }
  }
