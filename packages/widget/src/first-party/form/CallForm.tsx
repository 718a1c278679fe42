import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { useRef } from "preact/hooks"
import type { Problem } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { say } from "../../wording/say.ts"
import type { IssueId } from "../../wording/sayIssue.ts"
import { problemWords } from "../problemWords.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface CallFormProps {
  /** What was wrong with the last call, and how often one was. */
  readonly problem: Problem | undefined
  readonly refusals: number
  readonly busy: boolean
  readonly submit: string
  readonly onSubmit: () => void
  readonly onCancel?: (() => void) | undefined
  /** As the field of a path is called in this form: `mtc-newPassword` unless said. */
  readonly targetOf?: (path: string) => string
  readonly phone: string
  readonly children: ComponentChildren
}

/** The issue of a field in what the service, or the page, found wrong. */
export const issueIn = (problem: Problem | undefined, path: string): FieldIssue | undefined =>
  problem?.issues?.find((issue) => issue.path === path)

/** What a page finds missing, before it calls. */
export const missingIn = (
  fields: Readonly<Record<string, readonly [value: string, messageId: IssueId]>>
): Problem | undefined => {
  const issues = Object.entries(fields).flatMap(([path, [value, messageId]]) =>
    value.trim() === "" ? [{ path, code: messageId, messageId, params: {} }] : []
  )
  return issues.length === 0 ? undefined : { status: 0, code: "issues", issues }
}

/** A form that is one call: what is wrong stands above and takes the focus, what was typed stays. */
export const CallForm = (props: CallFormProps) => {
  const { busy, children, onCancel, onSubmit, phone, problem, refusals, submit } = props
  const root = useRef<HTMLDivElement>(null)
  useFocusAfter(refusals, root)
  const issues = problem?.issues ?? []
  return (
    <div ref={root} aria-busy={busy}>
      <ErrorSummary issues={issues} targetOf={props.targetOf ?? ((path) => `mtc-${path}`)} />
      {problem === undefined || issues.length > 0 ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {problem.status === 401 ? <a href="/log-in">{say("page.log-in.title")}</a> : null}
          <p>{say("log-in.help", { phone })}</p>
        </Alert>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <div class="mtc-actions">
          <Button type="submit" busy={busy}>
            {submit}
          </Button>
          {onCancel === undefined ? null : (
            <Button kind="link" onClick={onCancel}>
              {say("button.cancel")}
            </Button>
          )}
        </div>
      </form>
    </div>
  )
}
