import type { ComponentChildren } from "preact"
import { useLayoutEffect, useRef } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"

/** What came of a form, in its place: it takes the focus, so that it is read. */
export const DonePanel = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => root.current?.querySelector<HTMLElement>("[data-focus=alert]")?.focus(), [])
  return (
    <div ref={root}>
      <Alert kind="success" title={title} focusable>
        {children}
      </Alert>
    </div>
  )
}
