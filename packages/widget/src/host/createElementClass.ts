import type { LogonErrorCode } from "../protocol/LogonErrorCode.ts"
import type { Setup, ToPageMessage } from "../protocol/ToFrameMessage.ts"
import type { FrameChannel } from "./openFrameChannel.ts"
import { openFrameChannel } from "./openFrameChannel.ts"
import type { LogonElement, LogonElementClass } from "./LogonElement.ts"
import type { LogonEvents } from "./LogonEvents.ts"

/** Milliseconds that a loaded frame has to answer, and that it has to load. */
const patience = { answer: 6_000, load: 20_000 }

const sandbox = "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox"

/** Attributes as `Setup` names them; `look` are those that a running form can change. */
const look = ["locale", "theme", "color-scheme"]
const attributes = ["partner-id", "mode", "reference", "heading-level", "loading", "origin", ...look]

/** The sentences that the page itself shows: they come by the entry point, since this room sees no wording. */
export interface HostWords {
  readonly title: string
  readonly blocked: string
  readonly open: string
  readonly misused: string
}

/**
 * Makes the class of `<mtc-create-logon>` for pages that frame the form or lead to it.
 *
 * **Details**
 *
 * `origin` is where the service stands; an attribute of the same name goes before it. Children are the fallback: hidden
 * while the form is there, shown when it cannot be.
 */
export const createElementClass = (words: HostWords, origin: string, version: string): LogonElementClass =>
  class extends HTMLElement implements LogonElement {
    static readonly observedAttributes = attributes
    static readonly version = version
    #frame: HTMLIFrameElement | undefined
    #channel: FrameChannel | undefined
    #timer: ReturnType<typeof setTimeout> | undefined
    #own: Element[] = []
    #appearance: Setup["appearance"]

    get appearance() {
      return this.#appearance
    }
    set appearance(appearance: Setup["appearance"]) {
      this.#appearance = appearance
      this.#update()
    }

    connectedCallback() {
      // A framework may move an element within one task: mount once, where it ends up.
      queueMicrotask(() => {
        if (this.isConnected && this.#own.length === 0) this.#mount()
      })
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected) this.#unmount()
      })
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null) {
      if (before === after || this.#own.length === 0) return
      if (look.includes(name)) return this.#update()
      this.reset()
    }

    override focus() {
      this.#frame?.focus()
      this.#channel?.send({ mtc: 1, type: "focus" })
    }

    reset() {
      this.#unmount()
      if (this.isConnected) this.#mount()
    }

    #tell<E extends keyof LogonEvents>(type: E, detail: LogonEvents[E]) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
    }

    #setup(): Setup & { reference?: string } {
      const of = (name: string) => this.getAttribute(name) ?? undefined
      const locale = of("locale") ?? "auto"
      const level = Number(of("heading-level"))
      return JSON.parse(
        JSON.stringify({
          locale: locale === "auto" ? this.closest<HTMLElement>("[lang]")?.lang || navigator.language : locale,
          theme: of("theme"),
          colorScheme: of("color-scheme"),
          reference: of("reference"),
          headingLevel: level >= 1 && level <= 4 ? level : 2,
          appearance: this.#appearance
        })
      )
    }

    #update() {
      this.#channel?.send({ ...this.#setup(), mtc: 1, type: "update" })
    }

    #place(...own: Element[]) {
      this.#own = own
      for (const child of this.children) child.toggleAttribute("hidden", true)
      this.append(...own)
    }

    #link(path: string, text: string) {
      const link = document.createElement("a")
      link.href = `${this.#origin}${path}`
      link.textContent = text
      return link
    }

    get #origin() {
      return new URL(this.getAttribute("origin") ?? origin, location.href).origin
    }

    #mount() {
      const partnerId = this.getAttribute("partner-id") ?? ""
      const query = `?p=${encodeURIComponent(partnerId)}`
      if (partnerId === "") return this.#fail("partner_id_missing")
      if (!/^mtcpk_(?:test|live)_[\w-]{1,60}$/.test(partnerId)) return this.#fail("partner_id_malformed")
      if (this.getAttribute("mode") === "redirect") {
        const { reference } = this.#setup()
        const state = reference === undefined ? "" : `&state=${encodeURIComponent(reference)}`
        this.#place(this.#link(`/register${query}${state}`, words.title))
        return this.#tell("mtc-ready", { v: 1 })
      }
      if (this.#origin === location.origin) return this.#fail("same_origin")
      const frame = document.createElement("iframe")
      frame.title = words.title
      frame.setAttribute("sandbox", sandbox)
      frame.allow = "clipboard-write"
      frame.referrerPolicy = "strict-origin"
      const lazy = this.getAttribute("loading") === "lazy"
      frame.loading = lazy ? "lazy" : "eager"
      frame.src = `${this.#origin}/embed/v1/create-logon${query}`
      Object.assign(frame.style, { display: "block", width: "100%", height: "480px", border: "0" })
      frame.addEventListener("load", () => this.#shake(frame))
      if (!lazy) this.#limit(patience.load)
      this.#frame = frame
      this.#place(frame)
    }

    #limit(milliseconds: number) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#fail("frame_blocked"), milliseconds)
    }

    /** Each load is a new document with a new channel: the frame may reload itself. */
    #shake(frame: HTMLIFrameElement) {
      this.#channel?.close()
      this.#limit(patience.answer)
      this.#channel = openFrameChannel(frame, this.#origin, this.#setup(), (message) => this.#receive(frame, message))
    }

    #receive(frame: HTMLIFrameElement, message: ToPageMessage) {
      switch (message.type) {
        case "ready":
          clearTimeout(this.#timer)
          if (message.protocol !== 1) return this.#fail("protocol_unsupported")
          frame.style.height = `${message.height}px`
          return this.#tell("mtc-ready", { v: 1 })
        case "height":
          frame.style.height = `${message.height}px`
          return
        case "scroll":
          // Only up to the top of a form that a shorter step left behind.
          if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
          return
        case "step":
          return this.#tell("mtc-step", { v: 1, step: message.step, number: message.number, total: message.total })
        case "complete": {
          const reference = this.getAttribute("reference")
          return this.#tell("mtc-complete", {
            v: 1,
            confirmationNumber: message.confirmationNumber,
            ...(reference === null ? {} : { reference })
          })
        }
        case "error":
          return this.#tell("mtc-error", { v: 1, code: message.code, fatal: false })
        default:
          return this.#tell(`mtc-${message.type}`, { v: 1 })
      }
    }

    /** Never an empty place on the page: the page's own fallback, or a sentence with the way to the form. */
    #fail(code: LogonErrorCode) {
      const misused = code !== "frame_blocked" && code !== "protocol_unsupported"
      this.#unmount()
      if (this.children.length === 0) {
        const text = document.createElement("p")
        text.append(misused ? words.misused : words.blocked, " ", this.#link("/register", words.open))
        this.#own = [text]
        this.append(text)
      }
      this.#tell("mtc-error", { v: 1, code, fatal: true })
    }

    #unmount() {
      clearTimeout(this.#timer)
      this.#channel?.close()
      this.#channel = undefined
      this.#frame = undefined
      for (const one of this.#own) one.remove()
      this.#own = []
      for (const child of this.children) child.toggleAttribute("hidden", false)
    }
  }
