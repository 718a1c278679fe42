import { questions } from "../questions/questions.ts"
import { rulesOf } from "./rulesOf.ts"

const present: ReadonlyMap<string, string> = new Map(
  rulesOf(questions).flatMap(({ formerIds = [], id }) => formerIds.map((former) => [former, id] as const))
)

/** Returns the id that a rule has now. Records, files and documents may name it by a former one. */
export const presentRuleId = (id: string): string => present.get(id) ?? id
