import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import { say } from "../../wording/say.ts"
import { describedBy, Field } from "../field/Field.tsx"

export interface MaskedInputProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly value: string
  /** What is seen instead once the field is left: `***-**-6789`. */
  readonly masked: string
  /** The button "Show numbers" is on: the field is never masked. */
  readonly shown: boolean
  readonly onValue: (value: string) => void
}

/**
 * A number that is seen while it is typed and masked once its field is left.
 *
 * **Details**
 *
 * A masked field's own value is the sentence "ending in 6789": that is what a screen reader finds there. The stars lie
 * over it, hidden from the accessibility tree.
 *
 * **Gotchas**
 *
 * Not `type=password`: browsers would offer to save the number as a password. Focus writes the digits into the field at
 * once, before the next render, so that what is selected or pasted over is the number.
 */
export const MaskedInput = ({ id, label, hint, issue, value, masked, shown, onValue }: MaskedInputProps) => {
  const [focused, setFocused] = useState(false)
  const hidden = !shown && !focused && value !== ""
  const lastFour = /\d{4}$/.exec(masked)?.[0]
  return (
    <Field id={id} label={label} hint={hint} issue={issue}>
      <div class="mtc-masked">
        <input
          class={hidden ? "mtc-input mtc-input-masked" : "mtc-input"}
          id={id}
          type="text"
          value={
            hidden
              ? lastFour === undefined
                ? say("field.id.hidden")
                : say("field.id.ending", { digits: lastFour })
              : value
          }
          inputMode="numeric"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          aria-invalid={issue === undefined ? undefined : "true"}
          aria-describedby={describedBy(id, hint, issue)}
          data-size="m"
          onFocus={(event) => {
            if (hidden) event.currentTarget.value = value
            setFocused(true)
          }}
          onBlur={() => setFocused(false)}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {hidden ? (
          <span class="mtc-mask" aria-hidden="true">
            {masked}
          </span>
        ) : null}
      </div>
    </Field>
  )
}
