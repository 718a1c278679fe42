/** A site that embeds the request. */
export interface Partner {
  /** Publishable: `mtcpk_live_...`, or `mtcpk_test_...` for one that exists in development only. */
  readonly id: string
  readonly name: string
  /** Exact origins that may frame the request, `https://bayside.example`; subdomains are listed one by one. */
  readonly origins: ReadonlyArray<string>
  readonly mode: "test" | "live"
  readonly disabled: boolean
}
