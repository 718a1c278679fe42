import type { Asked, Evaluation } from "./ask.ts"
import { factAt, sealed } from "./Rule.ts"
import type { Knowledge } from "./Rule.ts"

/** Facts that together settle a question, whatever their values, in the branch with the given choices. */
export interface Missing {
  readonly given: Readonly<Record<string, unknown>>
  readonly facts: ReadonlyArray<string>
}

/** A choice with a value that no rule mentions. */
export const anyOther = "(any other)"

/** Returns the smallest set of facts that settles each branch that is still open. An empty list means that the question is settled. */
export const missing = <F, P, A>(
  { question, rows, evaluate }: Asked<F, P, A>,
  facts: Knowledge<F>,
  { decision, findings }: Evaluation<A> = evaluate(facts)
): ReadonlyArray<Missing> => {
  if (decision._tag !== "NeedsFacts") return []
  const isOpen = (path: string) => {
    const value = factAt(question, facts, path)
    return value === undefined || value === sealed
  }
  // A "no" stays, whatever we learn: only the lists before it are open.
  const deciding = rows.filter(({ tag }) => tag !== "Warned")
  const no = deciding.find((_, i) => findings[i]!.outcome === "fail")
  const until = no === undefined ? deciding.length : deciding.findIndex(({ tag }) => tag === no.tag)
  const open = deciding.filter((_, i) => i < until && findings[i]!.outcome === "pending").map(({ rule }) => rule)
  const splits = open.flatMap(({ when }) => when ?? []).filter(({ path }) => isOpen(path))
  const branches = (given: Readonly<Record<string, unknown>>): ReadonlyArray<Missing> => {
    const next = splits.find(({ path }) => !(path in given))?.path
    if (next !== undefined) {
      const values = new Set([...splits.filter(({ path }) => path === next).map(({ value }) => value), anyOther])
      return [...values].flatMap((value) => branches({ ...given, [next]: value }))
    }
    const applying = open.filter(
      ({ when }) => when === undefined || !(when.path in given) || (given[when.path] === when.value) === when.is
    )
    const reads = [
      ...Object.keys(given),
      ...applying.flatMap(({ reads }) => reads),
      ...(no === undefined ? question.reads : [])
    ]
    return [{ given, facts: [...new Set(reads)].filter(isOpen).sort() }]
  }
  return branches({})
}
