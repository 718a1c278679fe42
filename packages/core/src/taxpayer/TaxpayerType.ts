/** The two options of the first screen. @rule R-02 */
export type TaxpayerType = "individual" | "business"
