import { isAscii } from "./isAscii.ts"

/**
 * The form in which a password is measured, compared and hashed: RFC 8265's OpaqueString.
 *
 * **Details**
 *
 * Every space that is not ASCII's becomes one, then NFC: `é` is one code point whichever keyboard made it. Case and everything
 * else stays as typed; nothing is trimmed.
 *
 * @rule D-64
 */
export const passwordKey = (typed: string): string =>
  isAscii(typed) ? typed : typed.replaceAll(/\p{Zs}/gu, " ").normalize("NFC")
