import type { CSSProperties } from "react"
import { createElement, useEffect, useRef } from "react"
import type { LogonOptions } from "./host/createLogon.ts"
import type { LogonElement } from "./host/LogonElement.ts"
import type { LogonEvents } from "./host/LogonEvents.ts"
import { defineMtcElements } from "./index.ts"

/** `onMtcX` of the element's events, without the prefix. */
export interface CreateLogonProps extends LogonOptions {
  readonly className?: string
  readonly style?: CSSProperties
  readonly onReady?: (detail: LogonEvents["mtc-ready"]) => void
  readonly onStep?: (detail: LogonEvents["mtc-step"]) => void
  readonly onComplete?: (detail: LogonEvents["mtc-complete"]) => void
  readonly onDone?: (detail: LogonEvents["mtc-done"]) => void
  readonly onCancel?: (detail: LogonEvents["mtc-cancel"]) => void
  readonly onTimeout?: (detail: LogonEvents["mtc-timeout"]) => void
  readonly onError?: (detail: LogonEvents["mtc-error"]) => void
}

/** `<mtc-create-logon>` as a React component (18 and later). On a server it renders the bare element. */
export const CreateLogon = (props: CreateLogonProps) => {
  const ref = useRef<LogonElement>(null)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    defineMtcElements()
    const element = ref.current
    if (element === null) return undefined
    const heard = (["Ready", "Step", "Complete", "Done", "Cancel", "Timeout", "Error"] as const).map((name) => {
      const hear = (event: Event) => {
        if (event instanceof CustomEvent) latest.current[`on${name}`]?.(event.detail)
      }
      const type = `mtc-${name.toLowerCase()}`
      element.addEventListener(type, hear)
      return () => element.removeEventListener(type, hear)
    })
    return () => {
      for (const stop of heard) stop()
    }
  }, [])
  const { appearance } = props
  useEffect(() => {
    if (ref.current !== null) ref.current.appearance = appearance
  }, [appearance])
  return createElement("mtc-create-logon", {
    ref,
    class: props.className,
    style: props.style,
    "partner-id": props.partnerId,
    mode: props.mode,
    locale: props.locale,
    theme: props.theme,
    "color-scheme": props.colorScheme,
    reference: props.reference,
    "heading-level": props.headingLevel,
    loading: props.loading,
    origin: props.origin
  })
}
