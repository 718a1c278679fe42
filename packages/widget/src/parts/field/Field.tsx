import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { say } from "../../wording/say.ts"
import { sayIssue } from "../../wording/sayIssue.ts"

export interface FieldProps {
  /** Id of the input; its hint is `<id>-hint`, its error `<id>-error`. */
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren | undefined
  readonly issue?: FieldIssue | undefined
  readonly children: ComponentChildren
}

/** The ids that describe an input, in the order that they are read. */
export const describedBy = (id: string, hint: unknown, issue: FieldIssue | undefined): string | undefined => {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(issue === undefined ? [] : [`${id}-error`])]
  return ids.length === 0 ? undefined : ids.join(" ")
}

/** What is wrong with one field: an icon and the word "Error:", not colour alone. */
export const FieldError = ({ id, issue }: { readonly id: string; readonly issue: FieldIssue | undefined }) =>
  issue === undefined ? null : (
    <p class="mtc-error" id={`${id}-error`}>
      <svg class="mtc-error-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path fill="currentColor" d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm1 12H7v-2h2v2Zm0-3H7V4h2v5Z" />
      </svg>
      <span>
        <span class="mtc-error-word">{say("field.error-word")} </span>
        {sayIssue(issue)}
      </span>
    </p>
  )

/** Label, hint, error and input of one question, in that order. */
export const Field = ({ id, label, hint, issue, children }: FieldProps) => (
  <div class={issue === undefined ? "mtc-field" : "mtc-field mtc-field-wrong"}>
    <label class="mtc-label" for={id}>
      {label}
    </label>
    {hint === undefined ? null : (
      <p class="mtc-hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <FieldError id={id} issue={issue} />
    {children}
  </div>
)
