import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { say } from "../../wording/say.ts"
import { sayIssue } from "../../wording/sayIssue.ts"

export interface ErrorSummaryProps {
  readonly issues: ReadonlyArray<FieldIssue>
  /** Id of the input that an issue is of: a radio group's first option. */
  readonly targetOf: (path: string) => string
}

/**
 * Brings the question into view, then the focus into its field.
 *
 * The label or legend is scrolled to, not the field: a field at the very top would hide what it asks, and NVDA reads on
 * from where the view is.
 */
const goTo = (from: Element, id: string): void => {
  const root = from.getRootNode() as Document | ShadowRoot
  const field = root.getElementById(id)
  const question = field?.closest("fieldset")?.querySelector("legend") ?? field?.closest(".mtc-field")
  ;(question ?? field)?.scrollIntoView({ block: "start" })
  field?.focus({ preventScroll: true })
}

/** What has to be mended, at the top of the step; it takes the focus when it appears. */
export const ErrorSummary = ({ issues, targetOf }: ErrorSummaryProps) =>
  issues.length === 0 ? null : (
    <div
      class="mtc-alert mtc-alert-error"
      role="group"
      aria-labelledby="mtc-problems"
      tabIndex={-1}
      data-focus="errors"
    >
      <p class="mtc-alert-title" id="mtc-problems">
        {say("step.problem.title")}
      </p>
      <ul class="mtc-problems">
        {issues.map((issue) => (
          <li key={issue.path + issue.code}>
            <a
              href={`#${targetOf(issue.path)}`}
              onClick={(event) => {
                event.preventDefault()
                goTo(event.currentTarget, targetOf(issue.path))
              }}
            >
              {sayIssue(issue)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
