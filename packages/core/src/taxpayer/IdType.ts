/** The kinds of number a taxpayer is known by: an individual has an SSN or an ITIN, a business a FEIN. */
export type IdType = "SSN" | "ITIN" | "FEIN"
