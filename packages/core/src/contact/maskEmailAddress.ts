/**
 * An e-mail address as it may be shown before somebody has logged in.
 *
 * **Details**
 *
 * Every label between dots keeps its first character, the last one stays clear, the length is kept:
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
