import type { ComponentChild } from "preact"
import { options, render } from "preact"

/** What was put off until the next render or frame, done now. */
const waiting = new Set<() => void>()
options.requestAnimationFrame = (callback) => void waiting.add(callback)

/** Lets renders, effects and answers that are ready go through. */
export const settled = async (): Promise<void> => {
  for (let round = 0; round < 12; round++) {
    await Promise.resolve()
    await new Promise<void>((resolve) => setImmediate(resolve))
    const now = [...waiting]
    waiting.clear()
    for (const callback of now) callback()
  }
}

/** Renders onto an empty page; jsdom has dialogs without their methods, and no scrolling. */
export const show = async (node: ComponentChild): Promise<HTMLElement> => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
  }
  Element.prototype.scrollIntoView ??= () => undefined
  render(null, document.body)
  document.body.replaceChildren()
  const root = document.createElement("main")
  document.body.append(root)
  render(node, root)
  await settled()
  return root
}

/** The text that an element's `aria-describedby` says. */
export const descriptionOf = (element: Element): string =>
  (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id !== "")
    .map((id) => document.getElementById(id)?.textContent ?? `no ${id}`)
    .join(" ")

/** The field with this label. */
export const field = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll("label")].find((one) => one.textContent?.trim() === label)
  const element = found === undefined ? null : document.getElementById(found.htmlFor)
  if (element === null) throw new Error(`no field ${label}`)
  return element as HTMLInputElement
}

export const type = async (label: string, value: string): Promise<void> => {
  const element = field(label)
  element.focus()
  element.value = value
  element.dispatchEvent(new Event("input", { bubbles: true }))
  element.dispatchEvent(new Event("change", { bubbles: true }))
  await settled()
}

export const press = async (name: string): Promise<void> => {
  const button = [...document.querySelectorAll<HTMLElement>("button, a, input[type=radio], input[type=checkbox]")].find(
    (one) => (one.textContent?.trim() || [...((one as HTMLInputElement).labels ?? [])][0]?.textContent?.trim()) === name
  )
  if (button === undefined) throw new Error(`no button ${name}`)
  button.focus()
  button.click()
  await settled()
}
