import { logonRequestJourney, stepIds } from "./logonRequestJourney.ts"
import type { Step, StepId } from "./logonRequestJourney.ts"

/** The move of each step's answer if there is more than one; absent if the step is not answered or has only one move. */
export type Moves = { readonly [S in StepId]?: string }

/**
 * Returns the steps of one request, first to last, for its answers.
 *
 * **Details**
 *
 * At a fork that is not answered yet, it uses the first branch: `tax-amount`.
 */
export const stepsOnTheWay = (moves: Moves): ReadonlyArray<StepId> => {
  const way: StepId[] = []
  let step: StepId | undefined = "taxpayer-type"
  while (step !== undefined) {
    way.push(step)
    const { on }: Step = logonRequestJourney[step]
    const ways = Object.keys(on).filter((move) => move !== "cancel")
    const taken = moves[step]
    const to: string = on[ways.find((move) => move === taken) ?? ways[0]!]!
    step = stepIds.find((id) => id === to)
  }
  return way
}

/** Returns the previous step for these answers; undefined at the first step and after the request is submitted. */
export const stepBefore = (step: StepId, moves: Moves): StepId | undefined => {
  if (step === "confirmation") return undefined
  const way = stepsOnTheWay(moves)
  return way[way.indexOf(step) - 1]
}

/** Returns the first step that is not answered yet; "summary" if all are. */
export const firstOpenStep = (answered: ReadonlySet<StepId>, moves: Moves): StepId =>
  stepsOnTheWay(moves).find((step) => !answered.has(step)) ?? "summary"
