/** The kinds of taxpayer numbers: an individual has an SSN or an ITIN, a business has an FEIN. */
export const idTypes = ["SSN", "ITIN", "FEIN"] as const
export type IdType = (typeof idTypes)[number]
