import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { describedBy, Field } from "../field/Field.tsx"

export interface TextFieldProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly value: string
  readonly type?: "text" | "email" | "tel"
  readonly inputMode?: "numeric" | "decimal" | "email" | "tel"
  /** Token of the HTML list, or `off`. */
  readonly autoComplete: string
  /** A sign in front that is no part of the answer: `$`. */
  readonly prefix?: string
  readonly capitalize?: "characters" | "none" | "words"
  /** How wide the answer is, in characters; the whole line when absent. */
  readonly size?: number
  readonly onValue: (value: string) => void
  /** What the answer is set to when the field is left: `1,234.50`. Nothing is reformatted while typing. */
  readonly tidy?: (value: string) => string
}

/** A one-line answer. Never `type=number`, no mask while typing, no `maxlength`: what is pasted is never cut silently. */
export const TextField = (props: TextFieldProps) => {
  const { id, label, hint, issue, value, prefix, size, onValue, tidy } = props
  const input = (
    <input
      class="mtc-input"
      id={id}
      // Preact's types tell inputs apart by one literal type.
      type={(props.type ?? "text") as "text"}
      value={value}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete}
      autoCapitalize={props.capitalize ?? "none"}
      spellcheck={false}
      aria-invalid={issue === undefined ? undefined : "true"}
      aria-describedby={describedBy(id, hint, issue)}
      data-size={size === undefined ? undefined : size <= 6 ? "s" : size <= 20 ? "m" : "l"}
      onInput={(event) => onValue(event.currentTarget.value)}
      onBlur={
        tidy === undefined
          ? undefined
          : (event) => {
              const tidied = tidy(event.currentTarget.value)
              if (tidied !== event.currentTarget.value) onValue(tidied)
            }
      }
    />
  )
  return (
    <Field id={id} label={label} hint={hint} issue={issue}>
      {prefix === undefined ? (
        input
      ) : (
        <div class="mtc-prefixed">
          <span class="mtc-prefix" aria-hidden="true">
            {prefix}
          </span>
          {input}
        </div>
      )}
    </Field>
  )
}
