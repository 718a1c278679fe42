/** The 32 bits of a number in reverse order: counting up, neighbours end up far apart, and no two meet. */
const reverseBits32 = (sequence: number): number => {
  let rest = sequence >>> 0
  let reversed = 0
  for (let bit = 0; bit < 32; bit++) {
    reversed = (reversed << 1) | (rest & 1)
    rest >>>= 1
  }
  return reversed >>> 0
}

/**
 * The confirmation number of a request, from its place in the sequence.
 *
 * **Details**
 *
 * `d-ddd-ddd-ddd`: the sequence with its 32 bits reversed, ten digits, grouped. `323476` gives `0-704-061-440`, the number
 * in the source. From 0 to 4,294,967,295; each number is given once.
 *
 * **Gotchas**
 *
 * It is not a secret: anyone who knows the sequence can calculate the next one. It opens nothing.
 *
 * @rule R-27 @rule D-16
 */
export const formatConfirmationNumber = (sequence: number): string => {
  const digits = reverseBits32(sequence).toString().padStart(10, "0")
  return `${digits.slice(0, 1)}-${digits.slice(1, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`
}
