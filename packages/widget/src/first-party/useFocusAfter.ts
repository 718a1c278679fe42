import type { RefObject } from "preact"
import { useLayoutEffect } from "preact/hooks"

/** Moves the focus to what is to be mended or said, each time that `count` goes up. */
export const useFocusAfter = (count: number, root: RefObject<HTMLElement | null>): void =>
  useLayoutEffect(() => {
    if (count > 0) root.current?.querySelector<HTMLElement>("[data-focus=errors], [data-focus=alert]")?.focus()
  }, [count])
