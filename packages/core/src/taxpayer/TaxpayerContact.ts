/** How to reach a taxpayer, from the Department's records. */
export interface TaxpayerContact {
  readonly name: string
  /** Lines of the postal address; empty if there is none. */
  readonly address: ReadonlyArray<string>
  /** The previous address and the day of the change, ISO 8601, if the address changed. */
  readonly formerAddress: ReadonlyArray<string> | null
  readonly addressChangedOn: string | null
  readonly emails: ReadonlyArray<string>
}
