/**
 * Reads a "this was not me" code: 16 letters and digits, `K7QF-2MZX-...`, typed in whatever case and groups.
 *
 * **Details**
 *
 * Crockford's alphabet: O is read as 0, I and L as 1. What can be none is `null`, and is answered like a wrong one. ☼
 */
export const parseNotMeCode = (typed: string): string | null => {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-‐-―]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1")
  return /^[\dA-HJKMNP-TV-Z]{16}$/u.test(code) ? code : null
}

/** A "this was not me" code as it is printed, in groups of four: `K7QF-2MZX-91AB-7TTE`. ☼ */
export const formatNotMeCode = (code: string): string => code.match(/.{1,4}/gu)?.join("-") ?? ""
