import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { describedBy, FieldError } from "../field/Field.tsx"

export interface CheckboxProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
}

/** One thing to agree to or to switch on. */
export const Checkbox = ({ id, label, hint, issue, checked, onChecked }: CheckboxProps) => (
  <div class={issue === undefined ? "mtc-field" : "mtc-field mtc-field-wrong"}>
    <FieldError id={id} issue={issue} />
    <div class="mtc-choice">
      <input
        class="mtc-choice-input"
        type="checkbox"
        id={id}
        checked={checked}
        aria-invalid={issue === undefined ? undefined : "true"}
        aria-describedby={describedBy(id, hint, issue)}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <div>
        <label class="mtc-choice-label" for={id}>
          {label}
        </label>
        {hint === undefined ? null : (
          <p class="mtc-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  </div>
)
