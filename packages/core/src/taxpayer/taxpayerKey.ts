import type { IdType } from "./IdType.ts"

/**
 * Returns the key of a taxpayer: counters, locks, roles and letters are stored by it.
 *
 * **Details**
 *
 * SSNs and ITINs share one space of numbers, because an ITIN looks like an SSN but never is one: their key is the nine
 * digits, whichever type the person chose. FEINs have a separate space: the same digits can belong to a person and to a
 * business.
 *
 * **Gotchas**
 *
 * It holds the number in clear: store only a digest of it.
 *
 * @rule D-22
 */
export const taxpayerKey = (idType: IdType, digits: string): string => (idType === "FEIN" ? `FEIN ${digits}` : digits)
