import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { describedBy, Field } from "../field/Field.tsx"

export interface SelectFieldProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly value: string
  readonly autoComplete: string
  /** First line of the list, which is no answer. */
  readonly placeholder?: string
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>
  readonly onValue: (value: string) => void
}

/** One answer of many. */
export const SelectField = (props: SelectFieldProps) => {
  const { id, label, hint, issue, value, options, placeholder, onValue } = props
  return (
    <Field id={id} label={label} hint={hint} issue={issue}>
      <select
        class="mtc-input"
        id={id}
        value={value}
        autoComplete={props.autoComplete}
        aria-invalid={issue === undefined ? undefined : "true"}
        aria-describedby={describedBy(id, hint, issue)}
        data-size="l"
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
