import type { ComponentChildren } from "preact"

export interface ButtonProps {
  readonly kind?: "primary" | "secondary" | "link"
  readonly type?: "submit" | "button"
  /** At work: pressing again does nothing. The button keeps its focus, so it is not disabled. */
  readonly busy?: boolean
  readonly children: ComponentChildren
  readonly onClick?: (() => void) | undefined
}

export const Button = ({ kind = "primary", type = "button", busy = false, children, onClick }: ButtonProps) => (
  <button
    class={`mtc-button mtc-button-${kind}`}
    type={type}
    aria-disabled={busy ? "true" : undefined}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.()
    }}
  >
    {children}
  </button>
)
