/** What an API key can do: simulate decisions, decide on record, or look at decisions as staff. The list is closed. */
export const apiKeyScopes = ["simulate", "decide", "staff"] as const

export type ApiKeyScope = (typeof apiKeyScopes)[number]

/** The key that an application of the Department calls the rules engine with. Its secret is shown once and never stored. */
export interface ApiKey {
  readonly id: string
  /** The application that uses the key, for staff. */
  readonly name: string
  readonly scopes: ReadonlyArray<ApiKeyScope>
  /** ISO 8601. */
  readonly createdAt: string
  /** ISO 8601; null while the key is valid. */
  readonly revokedAt: string | null
}
