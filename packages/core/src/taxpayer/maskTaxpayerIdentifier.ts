import type { IdType } from "./IdType.ts"

/**
 * Masks a number except its last four digits.
 *
 * **Details**
 *
 * SSN and ITIN `***-**-6789`, FEIN `**-***6789`. If the text does not have nine digits, the mask shows none.
 *
 * @rule D-23
 */
export const maskTaxpayerIdentifier = (id: string, idType: IdType): string => {
  const lastFour = /^\d{9}$/u.test(id) ? id.slice(5) : "****"
  return idType === "FEIN" ? `**-***${lastFour}` : `***-**-${lastFour}`
}
