import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { useEffect, useLayoutEffect, useRef } from "preact/hooks"
import { Alert } from "../parts/alert/Alert.tsx"
import { Button } from "../parts/button/Button.tsx"
import { say } from "../wording/say.ts"
import { sayIssue } from "../wording/sayIssue.ts"
import { CancelDialog } from "./CancelDialog.tsx"
import { EndPage } from "./EndPage.tsx"
import { placeBefore, wayOf } from "./wayOf.ts"
import { ProblemAlert } from "./ProblemAlert.tsx"
import { RequestTimeLeft } from "./RequestTimeLeft.tsx"
import type { RegistrationOptionsProps } from "./registration-options/RegistrationOptions.tsx"
import { RegistrationOptions } from "./registration-options/RegistrationOptions.tsx"
import { laterNow, screenOf } from "./screens.ts"
import { StepForm } from "./StepForm.tsx"
import { StepFrame } from "./StepFrame.tsx"
import { titleOf } from "./titleOf.ts"
import type { LogonRequestSettings } from "./useLogonRequest.ts"
import { useLogonRequest } from "./useLogonRequest.ts"

export interface LogonRequestAppProps extends LogonRequestSettings {
  /** For the registration options, before a request is open. */
  readonly links?: RegistrationOptionsProps["links"]
  /** Where OK and an end lead on our own pages; absent in a frame. */
  readonly home?: string
  /** The title of the document is ours. */
  readonly ownsDocument: boolean
}

/** The Request to Create an Online Account, from the registration options to the confirmation. */
export const LogonRequestApp = (props: LogonRequestAppProps) => {
  const request = useLogonRequest(props)
  const { state, dispatch } = request
  const { view, at, phase, problem, issues } = state
  const root = useRef<HTMLDivElement>(null)

  const title = titleOf(state)
  useEffect(() => {
    if (props.ownsDocument) document.title = title
  }, [title, props.ownsDocument])

  // Focus follows only what the person caused: never the first render (a frame would pull the page to itself).
  useLayoutEffect(() => {
    if (state.moves > 0) root.current?.querySelector<HTMLElement>("[data-focus=step]")?.focus()
  }, [state.moves])
  useLayoutEffect(() => {
    if (state.refusals > 0) root.current?.querySelector<HTMLElement>("[data-focus=errors], [data-focus=alert]")?.focus()
  }, [state.refusals])

  useEffect(() => {
    if (view === undefined || phase !== "asking" || at === "registration-options") return
    const way = wayOf(view)
    const total = way.length - 1
    props.events.step(at, Math.min(way.indexOf(at) + 1, total), total)
  }, [at, phase, view === undefined])

  const body = () => {
    if (phase === "opening")
      return (
        <p class="mtc-loading" role="status">
          {say("request.loading")}
        </p>
      )
    if (phase === "closed" || phase === "gone" || phase === "left" || phase === "finished")
      return (
        <EndPage
          phase={phase}
          problem={problem}
          receipt={state.receipt}
          view={view}
          hasKept={Object.keys(state.typed).length > 0}
          home={props.home}
          again={request.again}
          forget={() => dispatch({ do: "forget" })}
        />
      )
    const links = view?.options.links ?? props.links
    if (at === "registration-options")
      return links === undefined ? null : (
        <RegistrationOptions
          links={links}
          onCreate={() => (view === undefined ? void request.open() : request.show(view.step))}
        />
      )
    if (view === undefined) return null
    const alert =
      problem === undefined ? null : (
        <ProblemAlert
          problem={problem}
          view={view}
          go={request.show}
          again={() => void (at === "summary" ? request.submit() : request.next())}
        />
      )
    if (at === "confirmation") {
      const { Confirmation } = laterNow()
      return state.receipt === undefined || request.key.current === undefined ? null : (
        <StepFrame view={view} at={at} heading={say("heading.confirmation")}>
          <Confirmation
            view={view}
            receipt={state.receipt}
            api={props.api}
            requestKey={request.key.current}
            onOk={request.finish}
          />
        </StepFrame>
      )
    }
    const previous = () => request.show(placeBefore(view, at), false)
    const cancel = () => dispatch({ do: "ask-cancel", open: true })
    if (at === "summary") {
      const { Summary } = laterNow()
      return (
        <StepFrame view={view} at={at} above={alert} heading={say("heading.summary")}>
          <Summary view={view} change={(step) => request.show(step, true)} />
          <div class="mtc-actions">
            <Button busy={state.busy} onClick={() => void request.submit()}>
              {say("button.submit")}
            </Button>
            <Button kind="secondary" onClick={previous}>
              {say("button.previous")}
            </Button>
            <Button kind="link" onClick={cancel}>
              {say("button.cancel")}
            </Button>
          </div>
        </StepFrame>
      )
    }
    const step: AnsweredStepId = at
    const typed = { ...screenOf(step).start(view), ...state.typed[step] }
    return (
      <StepForm
        key={step}
        view={view}
        step={step}
        typed={typed}
        issues={issues}
        alert={
          state.warnings.length === 0 ? (
            alert
          ) : (
            <Alert kind="info" title={say("warning.title")} focusable>
              {state.warnings.map((warning) => (
                <p key={warning.path}>{sayIssue(warning)}</p>
              ))}
              <p>{say("warning.keep")}</p>
            </Alert>
          )
        }
        busy={state.busy}
        type={(fields) => dispatch({ do: "type", step, fields })}
        notMe={request.notMe}
        onNext={() => void request.next()}
        onPrevious={previous}
        onCancel={cancel}
      />
    )
  }

  return (
    <div class="mtc-form" ref={root} data-step={phase === "asking" ? at : phase} aria-busy={state.busy}>
      {body()}
      {phase === "asking" && view?.status === "draft" && request.key.current !== undefined && at !== "confirmation" ? (
        <RequestTimeLeft
          key={view.id}
          api={props.api}
          requestKey={request.key.current}
          view={view}
          form={root}
          onLeave={() => void request.leave()}
          onOver={request.gone}
        />
      ) : null}
      {state.cancelling ? (
        <CancelDialog onKeep={() => dispatch({ do: "ask-cancel", open: false })} onLeave={() => void request.leave()} />
      ) : null}
    </div>
  )
}
