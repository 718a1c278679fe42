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
 * A number that is seen while it is typed and masked from the time that its field is left.
 *
 * **Details**
 *
 * A masked field's own value is the sentence "ending in 6789": that is what a screen reader finds there, also when the
 * focus comes back. The stars lie over it, hidden from the accessibility tree. What is then typed, pasted or deleted replaces
 * the whole number, which is seen again from that key on.
 *
 * **Gotchas**
 *
 * Not `type=password`: browsers would offer to save the number as a password.
 *
 * @adr 0049
 */
export const MaskedInput = ({ id, label, hint, issue, value, masked, shown, onValue }: MaskedInputProps) => {
  const [typing, setTyping] = useState(false)
  const hidden = !shown && !typing && value !== ""
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
            if (hidden) event.currentTarget.select()
          }}
          onBeforeInput={(event) => {
            if (!hidden) return
            // The sentence goes before the key arrives: wherever the caret is, nothing is added to it.
            event.currentTarget.value = ""
            onValue("")
          }}
          onBlur={() => setTyping(false)}
          onInput={(event) => {
            setTyping(true)
            onValue(event.currentTarget.value)
          }}
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
