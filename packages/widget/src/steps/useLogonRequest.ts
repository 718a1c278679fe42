import { logonRequestJourney } from "@mtc-logon/core/journey/rules"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { AnswerTexts, FieldIssue, LogonRequestState, LogonRequestView } from "@mtc-logon/core/logon-request"
import { useEffect, useReducer, useRef } from "preact/hooks"
import type { Api } from "../api/Api.ts"
import type { OpenedBy, RequestKey } from "../api/RequestKey.ts"
import type { Problem } from "../api/Problem.ts"
import { requestKeyStore } from "../api/requestKeyStore.ts"
import { isOpen, placeAfter } from "./wayOf.ts"
import type { Place } from "./RequestState.ts"
import { firstState, reduceRequest } from "./RequestState.ts"
import type { Screen } from "./Screen.ts"
import { laterNow, loadLater, screenOf } from "./screens.ts"
import type { StepEvents } from "./StepEvents.ts"
import { stepHistory } from "./stepHistory.ts"

export interface LogonRequestSettings {
  readonly api: Api
  readonly openedBy: OpenedBy
  readonly events: StepEvents
  /** Where a visit begins: our own pages show the registration options first. */
  readonly start: "registration-options" | "taxpayer-type"
}

/** Whether the word is a step that asks something: the service names the step that its issues are of. */
const isAnswered = (step: string | undefined): step is AnsweredStepId =>
  step !== undefined && Object.hasOwn(logonRequestJourney, step) && step !== "summary" && step !== "confirmation"

/** What the page around may be told: nothing that says how somebody's evidence was answered. */
const tellable: ReadonlySet<string> = new Set(["unavailable", "too_many_requests"])

/** The service's own files could not be fetched. */
const unreachable: Problem = { status: 0, code: "unavailable" }

const answerOf = <S extends AnsweredStepId>(
  step: S,
  view: LogonRequestView,
  typed: Parameters<Screen<S>["answer"]>[0]
) => {
  const screen = screenOf(step)
  const whole = { ...screen.start(view), ...typed }
  const text: AnswerTexts[S] = screen.answer(whole, view)
  const issues: ReadonlyArray<FieldIssue> = laterNow().issuesOfAnswer(step, text, {
    answers: view.answers,
    options: view.options
  })
  return { text, issues: issues.filter(({ path }) => screen.asks?.(path, whole) ?? true) }
}

/**
 * One visit to the request: what is typed and shown, and what the buttons do.
 *
 * **Details**
 *
 * Next runs the public rules on what was typed, sends it, and shows what the server says; over an answered step that was not
 * touched it sends nothing. Submit carries one key for all its tries.
 */
export const useLogonRequest = ({ api, openedBy, events, start }: LogonRequestSettings) => {
  const first: Place =
    start === "registration-options" && requestKeyStore.read() === undefined ? start : "taxpayer-type"
  const [state, dispatch] = useReducer(reduceRequest, firstState(first))
  const key = useRef<RequestKey | undefined>(undefined)
  /** A call is under way: set before the next render could show the busy button. */
  const working = useRef(false)
  const current = useRef(state)
  current.current = state

  const gone = () => {
    requestKeyStore.forget()
    key.current = undefined
    dispatch({ do: "end", phase: "gone" })
    events.timeout()
  }

  const show = (at: Place, returning?: boolean) => {
    if (at !== current.current.at) stepHistory.push(at)
    dispatch({ do: "go", at, ...(returning === undefined ? {} : { returning }) })
  }

  /** Whether the later screens and the rules are there; says what is wrong where they cannot be had. */
  const isReady = async (): Promise<boolean> => {
    try {
      await loadLater()
      return true
    } catch {
      return false
    }
  }

  const open = async (moved = true) => {
    dispatch({ do: "open" })
    const reply = await api("POST /v1/logon-requests", { body: openedBy })
    if (!reply.ok) {
      dispatch({ do: "closed", problem: reply.problem })
      events.error(reply.problem.code)
      return
    }
    const { token, ...view } = reply.value
    key.current = { id: view.id, token, submitKey: crypto.randomUUID() }
    requestKeyStore.keep(key.current)
    if (stepHistory.now() === "registration-options") stepHistory.push(view.step)
    else stepHistory.mark(view.step)
    dispatch({ do: "opened", view, at: view.step, moved })
    // While the first screen is read.
    void isReady()
  }

  const resume = async (kept: RequestKey) => {
    const [reply, isLoaded] = await Promise.all([api("GET /v1/logon-requests/{id}", { key: kept }), isReady()])
    if (!isLoaded) return dispatch({ do: "closed", problem: unreachable })
    if (!reply.ok) {
      if (reply.problem.status === 404 || reply.problem.status === 401) return gone()
      return dispatch({ do: "closed", problem: reply.problem })
    }
    key.current = kept
    const view = reply.value
    if (view.status !== "draft") {
      const receipt = await api("POST /v1/logon-requests/{id}/submit", { key: kept, idempotencyKey: kept.submitKey })
      if (!receipt.ok) return dispatch({ do: "closed", problem: receipt.problem })
      return dispatch({ do: "opened", view, at: "confirmation", receipt: receipt.value })
    }
    const left = stepHistory.now()
    const at = left !== undefined && isOpen(view, left) ? left : view.step
    stepHistory.mark(at)
    dispatch({ do: "opened", view, at })
  }

  const begin = () => {
    const kept = key.current ?? requestKeyStore.read()
    if (kept !== undefined) return void resume(kept)
    const left = stepHistory.now()
    // Where nothing can be stored a reload has lost the request: say so, don't begin anew in silence.
    if (left !== undefined && left !== "registration-options") return gone()
    if (start === "registration-options") return stepHistory.mark("registration-options")
    void open(false)
  }

  useEffect(() => {
    begin()
    return stepHistory.watch((to) => {
      const { view, phase } = current.current
      if (phase !== "asking") return
      if (
        view === undefined
          ? to === "registration-options"
          : to === "registration-options"
            ? view.status === "draft"
            : isOpen(view, to)
      ) {
        dispatch({ do: "go", at: to })
      } else if (view !== undefined) stepHistory.mark(current.current.at)
    })
  }, [])

  const refuse = (problem: Problem) => {
    if (problem.status === 404 || problem.status === 401) return gone()
    if (problem.issues !== undefined && problem.issues.length > 0) {
      const { at } = current.current
      const step = at === "summary" && isAnswered(problem.step) ? problem.step : undefined
      if (step !== undefined) stepHistory.push(step)
      return dispatch({ do: "refused", issues: problem.issues, ...(step === undefined ? {} : { at: step }) })
    }
    dispatch({ do: "refused", problem })
    if (tellable.has(problem.code)) events.error(problem.code)
  }

  /** Runs one call at a time: what is pressed while one is under way does nothing. */
  const alone = async (work: (key: RequestKey) => Promise<void>) => {
    if (working.current || key.current === undefined) return
    working.current = true
    dispatch({ do: "send" })
    try {
      await work(key.current)
    } finally {
      working.current = false
    }
  }

  const next = async () => {
    const { at, view, typed, returning } = current.current
    if (view === undefined || at === "registration-options" || at === "summary" || at === "confirmation") return
    if (!(await isReady())) return refuse(unreachable)
    const target = (after: LogonRequestState) => (returning ? after.step : placeAfter(after, at))
    if (typed[at] === undefined && view.answers[at] !== undefined) return show(target(view))
    const { text, issues } = answerOf(at, view, typed[at] ?? {})
    if (issues.length > 0) return dispatch({ do: "refused", issues })
    await alone(async (key) => {
      const reply = await api(`PUT /v1/logon-requests/{id}/answers/${at}`, { key, body: text })
      if (reply.ok) {
        // The step stays where there is a warning: it is read first, and Next goes on. That of a PIN stood at its field.
        const warnings = (reply.value.warnings ?? []).filter(({ path }) => path !== "pin")
        const to = warnings.length === 0 ? target(reply.value) : at
        if (to !== at) stepHistory.push(to)
        return dispatch({
          do: "answered",
          step: at,
          view: { ...reply.value, options: view.options },
          at: to,
          warnings
        })
      }
      if (reply.problem.code !== "step_not_open") return refuse(reply.problem)
      const fresh = await api("GET /v1/logon-requests/{id}", { key })
      if (!fresh.ok) return refuse(fresh.problem)
      dispatch({
        do: "opened",
        view: fresh.value,
        at: fresh.value.status === "draft" ? fresh.value.step : "confirmation"
      })
      refuse(reply.problem)
    })
  }

  const submit = () =>
    alone(async (key) => {
      const reply = await api("POST /v1/logon-requests/{id}/submit", { key, idempotencyKey: key.submitKey })
      if (!reply.ok) return refuse(reply.problem)
      stepHistory.push("confirmation")
      dispatch({ do: "submitted", receipt: reply.value })
      events.complete(reply.value.confirmationNumber)
    })

  const leave = async () => {
    const left = key.current
    key.current = undefined
    requestKeyStore.forget()
    stepHistory.mark("registration-options")
    dispatch({ do: "end", phase: "left" })
    events.cancel()
    // Nobody waits for it: a draft that cannot be reached now clears itself.
    if (left !== undefined) await api("DELETE /v1/logon-requests/{id}", { key: left })
  }

  const finish = () => {
    requestKeyStore.forget()
    key.current = undefined
    stepHistory.mark("registration-options")
    dispatch({ do: "end", phase: "finished" })
    events.done()
  }

  const notMe = async () =>
    key.current === undefined ? false : (await api("POST /v1/logon-requests/{id}/not-me", { key: key.current })).ok

  /** After an end: goes on with the request that could not be reached, else opens a new one. */
  const again = () => {
    const kept = requestKeyStore.read()
    if (kept !== undefined) return void resume(kept)
    stepHistory.mark("registration-options")
    void open()
  }

  return { state, dispatch, key, show, next, submit, leave, finish, gone, notMe, open, again }
}
