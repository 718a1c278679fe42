import { apiKeyScopes } from "./ApiKey.ts"
import type { ApiKeyScope } from "./ApiKey.ts"

/** Checks whether a text is a scope of API keys. ☼ */
export const isApiKeyScope = (text: string): text is ApiKeyScope => apiKeyScopes.some((scope) => scope === text)
