import type { AccessPolicy } from "../../access/accessSheet.ts"

const sentences = (intro: string, number: string, information: string): ReadonlyArray<string> => [
  intro,
  number,
  information,
  "terms.exclusive",
  "terms.confidential",
  "terms.report",
  "terms.agree"
]

/**
 * The terms of use: seven sentences, seed lines 287 to 293.
 *
 * **Details**
 *
 * The seed's text certifies an SSN; who gave another number certifies that number. The version is the day of the
 * walk-through.
 *
 * @rule R-24 @rule R-25 @rule D-44
 */
export const terms: AccessPolicy["terms"] = {
  version: "2020-11-20",
  sentences: {
    SSN: sentences("terms.individual", "terms.certify-ssn", "terms.certify-return"),
    ITIN: sentences("terms.individual", "terms.certify-itin", "terms.certify-return"),
    FEIN: sentences("terms.business", "terms.certify-fein", "terms.certify-business-return")
  }
}
