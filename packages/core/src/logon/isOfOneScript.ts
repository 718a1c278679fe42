/** Scripts with letters that look like another's. */
const lookAlikes = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u
]

/**
 * Whether a text keeps to one of the scripts whose letters look alike.
 *
 * **Details**
 *
 * `elmo` in Latin and `еlmo` with a Cyrillic first letter look the same; the second is refused. Digits, marks, and scripts
 * that nothing is mistaken for go with all.
 *
 * @rule D-18
 */
export const isOfOneScript = (text: string): boolean => {
  const plain = text.normalize("NFKC")
  return lookAlikes.filter((script) => script.test(plain)).length < 2
}
