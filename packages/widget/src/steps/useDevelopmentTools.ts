import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { RefObject } from "preact"
import { useEffect } from "preact/hooks"
import type { Typed } from "./Screen.ts"

type Type = (step: AnsweredStepId, fields: Typed) => void

/**
 * Puts the tools of a development house beside the form: the house's own script, which production does not serve.
 *
 * **Gotchas**
 *
 * They type for the person, as Populate does; nothing is sent until somebody presses Next. @rule R-37
 */
export const useDevelopmentTools = (
  isDevelopment: boolean,
  base: string,
  place: RefObject<HTMLDivElement | null>,
  type: Type
): void => {
  useEffect(() => {
    if (!isDevelopment || place.current === null) return
    const element = place.current
    const script = `${base}/dev/fill.js`
    void import(/* @vite-ignore */ script).then(
      ({ offer }: { readonly offer: (place: HTMLElement, type: Type) => unknown }) => offer(element, type),
      // A house without the script: there are no tools.
      () => {}
    )
  }, [isDevelopment])
}
