export const partnerModes = ["test", "live"] as const

/** A site that embeds the request. */
export interface Partner {
  /** The publishable id: `mtcpk_live_...`, or `mtcpk_test_...` for a partner that exists only in development. */
  readonly id: string
  readonly name: string
  /** Exact origins that may frame the request, `https://bayside.example`; subdomains are listed one by one. */
  readonly origins: ReadonlyArray<string>
  readonly mode: (typeof partnerModes)[number]
  readonly disabled: boolean
}
