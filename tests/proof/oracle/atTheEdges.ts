import type { FactSpace } from "../questionSpaces.ts"
import { pick } from "./tiedClaim.ts"

/** Facts by subject and name. */
export type Tree = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What a schema generates meets a limit by chance only: most facts come from the edges of the policy, the others as they came. */
export const atTheEdges = (facts: Tree, space: FactSpace, by: ReadonlyArray<number>): Tree => {
  const mixed: Record<string, Record<string, unknown>> = structuredClone(facts) as never
  let at = 0
  for (const [subject, names] of Object.entries(space)) {
    for (const [name, values] of Object.entries(names)) {
      const choice = by[at++ % by.length]!
      if (choice % 6 !== 0) mixed[subject]![name] = pick(values, Math.floor(choice / 6))
    }
  }
  return mixed
}

/** Texts that the space of a question has not. */
const moreTexts: FactSpace = {
  secretQuestion: {
    answer: ["new bedford", " New Bedford ", "ＮＥＷ bedford"],
    username: ["NEW BEDFORD", "good.elmo"]
  },
  profile: {
    phoneNumber: [
      "+16175550123",
      "+16171234567",
      "+10178876367",
      "+442079460000",
      "+442079",
      "+44207",
      "+0442079460",
      "6178876367"
    ],
    pin: ["1234", "4321", "7777", "7070", "123456", "90210a"]
  }
}

/** A space with the texts that it has not. */
export const withMoreTexts = (space: FactSpace): FactSpace =>
  Object.fromEntries(
    Object.entries(space).map(([subject, names]) => [
      subject,
      Object.fromEntries(
        Object.entries(names).map(([name, values]) => [name, [...values, ...(moreTexts[subject]?.[name] ?? [])]])
      )
    ])
  )
