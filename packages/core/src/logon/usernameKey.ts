/**
 * The form in which a username is unique.
 *
 * **Details**
 *
 * NFKC, then case-folded: `Good.Elmo` and `good.elmo` have one key, so do `ＥＬＭＯ` and `elmo`, `STRASSE` and `straße`.
 *
 * **Gotchas**
 *
 * Upper then lower case is as near to Unicode's full case folding as the language comes; the final sigma is undone by hand.
 * It is never shown: a person keeps the username as they typed it.
 *
 * @rule D-18
 */
export const usernameKey = (username: string): string =>
  username.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC")
