import { logonRequestJourney } from "./logonRequestJourney.ts"
import type { Step, StepId } from "./logonRequestJourney.ts"

/** The move that the answer to a step makes where there is more than one; absent: not answered, or only one way on. */
export type Moves = { readonly [S in StepId]?: string }

/**
 * The steps of one request, first to last, on the way that its answers take.
 *
 * **Details**
 *
 * Where a fork is not answered yet, its first way stands for all: the way to the amount, `tax-amount`.
 */
export const stepsOnTheWay = (moves: Moves): ReadonlyArray<StepId> => {
  const way: StepId[] = []
  let at: string = "taxpayer-type"
  while (at !== "exit") {
    const step = at as StepId
    way.push(step)
    const { on }: Step = logonRequestJourney[step]
    const ways = Object.keys(on).filter((move) => move !== "cancel")
    const chosen = ways.find((move) => move === moves[step]) ?? ways[0]!
    at = on[chosen]!
  }
  return way
}

/** The step before, on the way that was taken; none before the first, and none after the request is submitted. */
export const stepBefore = (step: StepId, moves: Moves): StepId | undefined => {
  if (step === "confirmation") return undefined
  const way = stepsOnTheWay(moves)
  return way[way.indexOf(step) - 1]
}

/** The first step on the way that is not answered yet; "summary" when all are. */
export const firstOpenStep = (answered: ReadonlySet<StepId>, moves: Moves): StepId =>
  stepsOnTheWay(moves).find((step) => !answered.has(step)) ?? "summary"
