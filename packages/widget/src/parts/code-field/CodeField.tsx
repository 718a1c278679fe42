import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { say } from "../../wording/say.ts"
import { describedBy, Field } from "../field/Field.tsx"

export interface CodeFieldProps {
  readonly id: string
  readonly value: string
  readonly issue?: FieldIssue | undefined
  readonly onValue: (value: string) => void
}

/**
 * A security code: one field, spaces and hyphens welcome, never sent by itself.
 *
 * The visible input has no `name`: browsers remember what was typed in a named one, and would offer old codes.
 */
export const CodeField = ({ id, value, issue, onValue }: CodeFieldProps) => (
  <Field id={id} label={say("code.label")} hint={say("code.hint")} issue={issue}>
    <input
      class="mtc-input mtc-code"
      id={id}
      type="text"
      value={value}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellcheck={false}
      pattern="[0-9]*"
      maxLength={11}
      aria-invalid={issue === undefined ? undefined : "true"}
      aria-describedby={describedBy(id, true, issue)}
      data-size="s"
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  </Field>
)
