import type { Moves } from "../journey/stepsOnTheWay.ts"
import type { AnswersView } from "./stepShapes.ts"

/** The moves that the answers made: so far one step forks. ☼ */
export const movesOf = (answers: AnswersView): Moves => {
  const fork = answers["verification-type"]?.verificationType
  return fork === undefined ? {} : { "verification-type": fork }
}
