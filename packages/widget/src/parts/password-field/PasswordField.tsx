import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import { say } from "../../wording/say.ts"
import { describedBy, Field } from "../field/Field.tsx"

export interface PasswordFieldProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly value: string
  readonly autoComplete: "new-password" | "current-password"
  /** Rules for the browser's generator, in the syntax of whatwg/html#3518. */
  readonly passwordRules?: string
  /** What the buttons say, where a field of the page has them already; two fields of a page have two labels. */
  readonly showLabel?: string
  readonly hideLabel?: string
  /** Ids that describe the field besides hint and error, such as its checklist. */
  readonly alsoDescribedBy?: string
  readonly onValue: (value: string) => void
}

/** A password, hidden until its button shows it, and hidden again when the page is left or comes back. No `maxlength`: a cut is silent. */
export const PasswordField = (props: PasswordFieldProps) => {
  const { id, label, hint, issue, value, onValue } = props
  const { showLabel = say("field.password.show"), hideLabel = say("field.password.hide") } = props
  const [shown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const hide = () => setShown(false)
    const form = input.current?.form
    form?.addEventListener("submit", hide)
    addEventListener("pageshow", hide)
    return () => {
      form?.removeEventListener("submit", hide)
      removeEventListener("pageshow", hide)
    }
  }, [])
  const described = [describedBy(id, hint, issue), props.alsoDescribedBy].filter(Boolean).join(" ")
  return (
    <Field id={id} label={label} hint={hint} issue={issue}>
      <div class="mtc-with-button">
        <input
          class="mtc-input"
          ref={input}
          id={id}
          {...(shown ? { type: "text" } : { type: "password" })}
          value={value}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellcheck={false}
          {...(props.passwordRules === undefined ? {} : { passwordrules: props.passwordRules })}
          aria-invalid={issue === undefined ? undefined : "true"}
          aria-describedby={described === "" ? undefined : described}
          data-size="l"
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <button class="mtc-button mtc-button-small" type="button" aria-controls={id} onClick={() => setShown(!shown)}>
          {shown ? hideLabel : showLabel}
        </button>
      </div>
      <span class="mtc-hidden" role="status">
        {value === "" ? "" : shown ? say("field.password.visible") : say("field.password.hidden")}
      </span>
    </Field>
  )
}
