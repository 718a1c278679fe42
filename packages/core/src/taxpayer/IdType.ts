/** The kinds of taxpayer numbers: an individual has an SSN or an ITIN, a business has an FEIN. */
export type IdType = "SSN" | "ITIN" | "FEIN"
