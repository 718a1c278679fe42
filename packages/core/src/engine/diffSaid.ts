import { diff } from "./whatIf.ts"

interface Said {
  readonly questions: ReadonlyArray<{
    readonly id: string
    readonly rows: ReadonlyArray<{ readonly id: string; readonly tag: string }>
  }>
}

/** By id, so that an added rule does not move the others. */
const byId = (says: string) => {
  const { questions, ...head }: Said = JSON.parse(says)
  const asked = questions.map(({ id, rows, ...others }) => [
    id,
    { ...others, asks: rows.map((row) => `${row.tag} ${row.id}`).join(", ") }
  ])
  const rules = questions.flatMap(({ rows }) => rows.map((row) => [row.id, row]))
  return { ...head, questions: Object.fromEntries(asked), rules: Object.fromEntries(rules) }
}

/** Returns where two rule sets differ, from the `saysOf` of each: `rules.R-07.title: "..." -> "..."`. */
export const diffSaid = (before: string, after: string): ReadonlyArray<string> => diff(byId(before), byId(after))
