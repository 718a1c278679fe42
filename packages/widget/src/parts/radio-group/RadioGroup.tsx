import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { describedBy, FieldError } from "../field/Field.tsx"

export interface RadioOption {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
}

export interface RadioGroupProps {
  /** Id of the group and, with `-0`, of its first option, where an error's link leads. */
  readonly id: string
  readonly legend: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly value: string
  readonly options: ReadonlyArray<RadioOption>
  readonly onValue: (value: string) => void
}

/** One answer of a few. Labels are short; what explains an option stands in its hint. */
export const RadioGroup = ({ id, legend, hint, issue, value, options, onValue }: RadioGroupProps) => (
  <fieldset
    class={issue === undefined ? "mtc-field" : "mtc-field mtc-field-wrong"}
    id={id}
    aria-describedby={describedBy(id, hint, issue)}
  >
    <legend class="mtc-label">{legend}</legend>
    {hint === undefined ? null : (
      <p class="mtc-hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <FieldError id={id} issue={issue} />
    {options.map((option, index) => (
      <div class="mtc-choice" key={option.value}>
        <input
          class="mtc-choice-input"
          type="radio"
          id={`${id}-${index}`}
          name={id}
          value={option.value}
          checked={option.value === value}
          aria-describedby={option.hint === undefined ? undefined : `${id}-${index}-hint`}
          onChange={() => onValue(option.value)}
        />
        <div>
          <label class="mtc-choice-label" for={`${id}-${index}`}>
            {option.label}
          </label>
          {option.hint === undefined ? null : (
            <p class="mtc-hint" id={`${id}-${index}-hint`}>
              {option.hint}
            </p>
          )}
        </div>
      </div>
    ))}
  </fieldset>
)
