import type { ComponentChildren } from "preact"
import { useLayoutEffect, useRef } from "preact/hooks"

export interface DialogProps {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
  /** Escape, or whatever closes it without an answer. */
  readonly onClose: () => void
}

/** A question that has to be answered first. Native and modal: the browser keeps the focus in it and gives it back. */
export const Dialog = ({ id, title, children, onClose }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    if (dialog !== null && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      class="mtc-dialog"
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <p class="mtc-alert-title" id={id}>
        {title}
      </p>
      {children}
    </dialog>
  )
}
