import { stepsOnTheWay } from "@mtc-logon/core/journey/rules"
import type { StepId } from "@mtc-logon/core/journey"
import { movesOf } from "@mtc-logon/core/logon-request/rules"
import type { LogonRequestState } from "@mtc-logon/core/logon-request"
import type { Place } from "./RequestState.ts"

/** The steps of a request on the way that its answers take. */
export const wayOf = (view: LogonRequestState): ReadonlyArray<StepId> => stepsOnTheWay(movesOf(view.answers))

/** Whether a step may be shown: it is on the way and not past the first that is not answered. */
export const isOpen = (view: LogonRequestState, place: Place): boolean => {
  const way = wayOf(view)
  const index = way.findIndex((step) => step === place)
  return view.status === "draft" ? index >= 0 && index <= way.indexOf(view.step) : place === "confirmation"
}

/** The step after; never past the first that is not answered. */
export const placeAfter = (view: LogonRequestState, step: StepId): StepId => {
  const way = wayOf(view)
  const next = way[way.indexOf(step) + 1]
  return next !== undefined && isOpen(view, next) ? next : view.step
}

/** The step before; the registration options before the first. */
export const placeBefore = (view: LogonRequestState, step: StepId): Place => {
  const way = wayOf(view)
  return way[way.indexOf(step) - 1] ?? "registration-options"
}
