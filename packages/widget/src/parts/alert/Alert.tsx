import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"

export interface AlertProps {
  readonly kind: "info" | "error" | "success"
  readonly title?: string | undefined
  readonly children: ComponentChildren
  /** Takes the focus when the step asks for it: a refusal after Next. */
  readonly focusable?: boolean
}

/** A notice about the whole step. A refusal is told by moving the focus to it, not by a live region that could be missed. */
export const Alert = ({ kind, title, children, focusable = false }: AlertProps) => {
  const titleId = useId()
  return (
    <div
      class={`mtc-alert mtc-alert-${kind}`}
      {...(focusable ? { tabIndex: -1, "data-focus": "alert", role: "group" } : {})}
      {...(focusable && title !== undefined ? { "aria-labelledby": titleId } : {})}
    >
      {title === undefined ? null : (
        <p class="mtc-alert-title" id={titleId}>
          {title}
        </p>
      )}
      {children}
    </div>
  )
}
