import type { IdType } from "./IdType.ts"

/**
 * A number as it may be shown: its last four digits.
 *
 * **Details**
 *
 * SSN and ITIN `***-**-6789`, FEIN `**-***6789`. What has not nine digits shows none.
 *
 * @rule D-23
 */
export const maskTaxpayerIdentifier = (id: string, idType: IdType): string => {
  const lastFour = /^\d{9}$/u.test(id) ? id.slice(5) : "****"
  return idType === "FEIN" ? `**-***${lastFour}` : `***-**-${lastFour}`
}
