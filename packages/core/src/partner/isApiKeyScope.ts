import { apiKeyScopes } from "./ApiKey.ts"
import type { ApiKeyScope } from "./ApiKey.ts"

/** Whether a text is a scope of keys. ☼ */
export const isApiKeyScope = (text: string): text is ApiKeyScope => apiKeyScopes.some((scope) => scope === text)
