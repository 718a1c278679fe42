import type { LogonRequestView } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import type { Problem } from "../api/Problem.ts"
import { Alert } from "../parts/alert/Alert.tsx"
import { Button } from "../parts/button/Button.tsx"
import { say } from "../wording/say.ts"
import { formatDateTime } from "./formatDateTime.ts"
import type { Place } from "./RequestState.ts"

export interface ProblemAlertProps {
  readonly problem: Problem
  readonly view: LogonRequestView | undefined
  readonly go: (place: Place) => void
  /** Sends the same again. */
  readonly again: () => void
}

/**
 * Why the service did not take an answer. What was typed stays in the fields.
 *
 * A refusal of the identity check has one text for every cause, says no count of attempts and names no field.
 *
 * @rule D-09
 */
export const ProblemAlert = ({ problem, view, go, again }: ProblemAlertProps) => {
  const phone = view?.options.contacts.phone ?? ""
  const shown = (title: string, children: ComponentChildren) => (
    <Alert kind="error" title={title} focusable>
      {children}
    </Alert>
  )
  const letter = (
    <Button kind="link" onClick={() => go("verification-type")}>
      {say("problem-alert.use-letter")}
    </Button>
  )
  switch (problem.code) {
    case "verification_failed":
      return shown(
        say("problem-alert.not-matched.title"),
        <>
          <p>{say("problem-alert.not-matched.text", { phone })}</p>
          <p class="mtc-actions">
            <Button kind="link" onClick={() => go("taxpayer-id")}>
              {say("problem-alert.check-number")}
            </Button>
            {letter}
          </p>
        </>
      )
    case "locked":
      return shown(
        say("problem-alert.locked.title"),
        <>
          <p>
            {problem.retryAt === undefined
              ? say("problem-alert.locked.for-amounts", { phone })
              : say("problem-alert.locked.until", { until: formatDateTime(problem.retryAt), phone })}
          </p>
          <p class="mtc-actions">{letter}</p>
        </>
      )
    case "step_not_open":
      return shown(say("problem-alert.step-not-open"), null)
    case "too_many_requests":
      return shown(
        say("problem-alert.too-many.title"),
        <p>
          {problem.retryAt === undefined || view === undefined
            ? say("problem-alert.too-many.text")
            : say("problem-alert.too-many.until", { until: formatDateTime(problem.retryAt), phone })}
        </p>
      )
    default:
      return shown(
        problem.status > 0 && problem.status < 500 && problem.title !== undefined
          ? problem.title
          : say("problem-alert.unavailable.title"),
        <>
          <p>{say("problem-alert.unavailable.text")}</p>
          <p class="mtc-actions">
            <Button kind="secondary" onClick={again}>
              {say("problem-alert.again")}
            </Button>
          </p>
          {problem.requestId === undefined ? null : (
            <p class="mtc-hint">{say("problem-alert.reference", { id: problem.requestId })}</p>
          )}
        </>
      )
  }
}
