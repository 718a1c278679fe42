import type { IdType } from "./IdType.ts"

/**
 * The form in which a number is one taxpayer's: what counters, locks, roles and letters are kept by.
 *
 * **Details**
 *
 * SSN and ITIN are one space of numbers, since an ITIN is written like an SSN and never is one: their key is the nine digits,
 * whichever of the two somebody says it is. FEINs are a space of their own: the same digits are a person's and a firm's.
 *
 * **Gotchas**
 *
 * It holds the number in clear: whoever keeps it keeps a digest of it.
 *
 * @rule D-22
 */
export const taxpayerKey = (idType: IdType, digits: string): string => (idType === "FEIN" ? `FEIN ${digits}` : digits)
