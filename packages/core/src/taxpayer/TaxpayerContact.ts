/** Where a taxpayer is reached, as the Department has it. */
export interface TaxpayerContact {
  readonly name: string
  /** Lines of the postal address; empty: there is none. */
  readonly address: ReadonlyArray<string>
  /** The one before, where it changed, and the day of that, ISO 8601. */
  readonly formerAddress: ReadonlyArray<string> | null
  readonly addressChangedOn: string | null
  readonly emails: ReadonlyArray<string>
}
