import { useLayoutEffect, useRef } from "preact/hooks"

/** Moves the focus to the heading of the page, or of a step on it, each time but the first that one of `on` changes; absent: it stays. */
export const useFocusTitle = (on: ReadonlyArray<unknown>, heading: "title" | "step" | undefined = "title"): void => {
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current && heading !== undefined) document.querySelector<HTMLElement>(`[data-focus=${heading}]`)?.focus()
    first.current = false
  }, on)
}
