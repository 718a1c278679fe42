import { isAscii } from "./isAscii.ts"

const digit = /\p{Nd}/u

/** A digit of any script: Unicode keeps each script's ten in a row, from zero, and rows stand side by side. */
const valueOf = (character: string): number => {
  const code = character.codePointAt(0)!
  let before = 0
  while (digit.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}

/** The digits of a text in their order, as ASCII: `٩٠٠-१२-⑥` is `900126`. */
export const digitsIn = (text: string): string =>
  isAscii(text)
    ? text.replaceAll(/\D/gu, "")
    : Array.from(text.normalize("NFKC"), (character) => (digit.test(character) ? valueOf(character) : "")).join("")
