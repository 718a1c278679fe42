/** What a key may do: ask what rules say, decide on record, look at decisions as staff. A closed list. */
export const apiKeyScopes = ["simulate", "decide", "staff"] as const

export type ApiKeyScope = (typeof apiKeyScopes)[number]

/** What an application of the Department asks the rules engine with; its secret is told once and kept nowhere. */
export interface ApiKey {
  readonly id: string
  /** Which application has it: for staff. */
  readonly name: string
  readonly scopes: ReadonlyArray<ApiKeyScope>
  /** ISO 8601. */
  readonly createdAt: string
  /** ISO 8601; null while it is good. */
  readonly revokedAt: string | null
}
