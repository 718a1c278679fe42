import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { describedBy, FieldError } from "../field/Field.tsx"

export interface RadioOption<V extends string = string> {
  readonly value: V
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
}

export interface RadioGroupProps<V extends string = string> {
  /** Id of the group and, with `-0`, of its first option, where an error's link leads. */
  readonly id: string
  readonly legend: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly value: V
  readonly options: ReadonlyArray<RadioOption<V>>
  readonly onValue: (value: V) => void
}

/** One answer of a few. Labels are short; what explains an option stands in its hint. */
export const RadioGroup = <V extends string>({
  id,
  legend,
  hint,
  issue,
  value,
  options,
  onValue
}: RadioGroupProps<V>) => (
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
