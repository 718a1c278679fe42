import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { FieldIssue, LogonRequestView } from "@mtc-logon/core/logon-request"
import type { ComponentChildren, ComponentType } from "preact"
import { useRef } from "preact/hooks"
import { Button } from "../parts/button/Button.tsx"
import { ErrorSummary } from "../parts/error-summary/ErrorSummary.tsx"
import { say } from "../wording/say.ts"
import { fieldId, targetId } from "./fieldId.ts"
import type { ScreenProps, Typed } from "./Screen.ts"
import { textOf } from "./Screen.ts"
import { screenOf } from "./screens.ts"
import { StepFrame } from "./StepFrame.tsx"
import { introOf } from "./titleOf.ts"

export interface StepFormProps {
  readonly view: LogonRequestView
  readonly step: AnsweredStepId
  readonly typed: Typed
  readonly issues: ReadonlyArray<FieldIssue>
  readonly alert: ComponentChildren
  readonly busy: boolean
  readonly type: (fields: Typed) => void
  readonly notMe: () => Promise<boolean>
  readonly onNext: () => void
  readonly onPrevious: () => void
  readonly onCancel: () => void
}

/** A step that asks: errors, questions, and the buttons with the way on first in the order of reading. */
export const StepForm = (props: StepFormProps) => {
  const { view, step, typed, issues, type } = props
  const form = useRef<HTMLFormElement>(null)
  const Fields: ComponentType<ScreenProps> = screenOf(step).Fields
  const leadsOut = screenOf(step).leadsOut?.(typed) === true
  const intro = introOf(step)
  return (
    <StepFrame
      view={view}
      at={step}
      above={
        <>
          <ErrorSummary issues={issues} targetOf={targetId} />
          {props.alert}
        </>
      }
      heading={say(`heading.${step}`)}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (leadsOut) form.current?.querySelector<HTMLElement>("[data-focus=alert]")?.focus()
          else props.onNext()
        }}
      >
        {intro === undefined ? null : <p>{say(intro)}</p>}
        <Fields
          view={view}
          typed={typed}
          type={type}
          field={(name) => ({
            id: fieldId(name),
            issue: issues.find(({ path }) => path === name),
            value: textOf(typed, name),
            onValue: (value) => type({ [name]: value })
          })}
          answered={view.answers[step] !== undefined}
          notMe={props.notMe}
        />
        <div class="mtc-actions">
          {leadsOut ? null : (
            <Button type="submit" busy={props.busy}>
              {say("button.next")}
            </Button>
          )}
          <Button kind="secondary" onClick={props.onPrevious}>
            {say("button.previous")}
          </Button>
          <Button kind="link" onClick={props.onCancel}>
            {say("button.cancel")}
          </Button>
        </div>
      </form>
    </StepFrame>
  )
}
