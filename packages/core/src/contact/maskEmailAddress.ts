/**
 * Masks an e-mail address for people who have not logged in.
 *
 * **Details**
 *
 * Each label between dots keeps its first character; the last label and the length stay:
 * `elmo@dor.state.ma.us` is `e***@d**.s****.m*.us`.
 *
 * @rule D-23
 */
export const maskEmailAddress = (address: string): string => {
  const last = address.lastIndexOf(".") + 1
  const masked = address
    .slice(0, last)
    .replaceAll(/([^.@])([^.@]*)/gu, (_, first: string, rest: string) => first + "*".repeat(rest.length))
  return masked + address.slice(last)
}
