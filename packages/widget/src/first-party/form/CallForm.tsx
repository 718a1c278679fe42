import type { ComponentChildren } from "preact"
import { useLayoutEffect, useRef } from "preact/hooks"
import type { Problem, Reply } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { targetId } from "../../steps/fieldId.ts"
import { say } from "../../wording/say.ts"
import type { IssueId } from "../../wording/sayIssue.ts"
import type { Call } from "../useCall.ts"
import { problemWords } from "../useCall.ts"
import { issueAt } from "./useForm.ts"

export interface CallFrameProps {
  readonly form: Call
  readonly phone: string
  /** What is shown of a problem in place of the usual alert; absent: that. */
  readonly tell?: ((problem: Problem) => ComponentChildren) | undefined
  readonly children?: ComponentChildren
}

export interface CallFormProps<A> extends CallFrameProps {
  /** Field -> what the page itself finds wrong with it: nothing is sent while there is something. */
  readonly wrong?: Wrong
  /** Absent while it lacks something that `wrong` names. */
  readonly call: (() => Promise<Reply<A>>) | undefined
  readonly onDone: (value: A) => void
  readonly submit: string
  readonly onCancel?: (() => void) | undefined
  readonly cancel?: string
}

/** For `wrong`: the sentence of a field that has to be filled. */
export const missing = (value: string, messageId: IssueId): IssueId | false => value.trim() === "" && messageId

type Wrong = Readonly<Record<string, string | false>>

/** Refuses, before anything is sent, what the page itself finds wrong; whether it did. */
export const findWrong = (wrong: Wrong, form: Call): boolean => {
  const issues = Object.entries(wrong).flatMap(([path, messageId]) =>
    messageId === false ? [] : [issueAt(path, messageId)]
  )
  if (issues.length > 0) form.refuse({ status: 0, code: "issues", issues })
  return issues.length > 0
}

/** What stands around a call: what is wrong comes first and takes the focus. */
export const CallFrame = ({ children, form, phone, tell }: CallFrameProps) => {
  const { busy, problem, refusals } = form
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (refusals > 0) root.current?.querySelector<HTMLElement>("[data-focus=errors], [data-focus=alert]")?.focus()
  }, [refusals])
  const issues = problem?.issues ?? []
  return (
    <div ref={root} aria-busy={busy}>
      <ErrorSummary issues={issues} targetOf={targetId} />
      {problem === undefined || issues.length > 0
        ? null
        : (tell?.(problem) ?? (
            <Alert kind="error" title={problemWords(problem)} focusable>
              {problem.status === 401 ? <a href="/log-in">{say("page.log-in.title")}</a> : null}
              <p>{say("log-in.help", { phone })}</p>
            </Alert>
          ))}
      {children}
    </div>
  )
}

/** A form that is one call. What was typed stays. */
export const CallForm = <A,>(props: CallFormProps<A>) => {
  const { call, cancel, children, form, onCancel, onDone, submit, wrong = {} } = props
  return (
    <CallFrame {...props}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!findWrong(wrong, form) && call !== undefined) void form.run(call, onDone)
        }}
      >
        {children}
        <div class="mtc-actions">
          <Button type="submit" busy={form.busy}>
            {submit}
          </Button>
          {onCancel === undefined ? null : (
            <Button kind="link" onClick={onCancel}>
              {cancel ?? say("button.cancel")}
            </Button>
          )}
        </div>
      </form>
    </CallFrame>
  )
}
