import type { Parsed } from "../../engine/Parsed.ts"

/** One of a list of words; anything else was not chosen. */
export const parseChoice = <A extends string>(
  typed: string,
  choices: ReadonlyArray<A>,
  issue: string
): Parsed<A, string> => {
  const chosen = choices.find((choice) => choice === typed)
  return chosen === undefined ? { issue } : { value: chosen }
}
