import type { RequestKey } from "./RequestKey.ts"

const name = "mtc-logon-request"

/**
 * Keeps the key of a request over a reload, in the sessionStorage of the page's own origin.
 *
 * **Gotchas**
 *
 * Where storage is blocked each call does nothing: a reload then starts again, and says so. Nothing that was typed is kept.
 */
export const requestKeyStore = {
  read: (): RequestKey | undefined => {
    try {
      const kept: Partial<RequestKey> | null = JSON.parse(sessionStorage.getItem(name) ?? "null")
      if (typeof kept?.id !== "string" || typeof kept.token !== "string" || typeof kept.submitKey !== "string")
        return undefined
      return { id: kept.id, token: kept.token, submitKey: kept.submitKey }
    } catch {
      return undefined
    }
  },
  keep: (key: RequestKey): void => {
    try {
      sessionStorage.setItem(name, JSON.stringify(key))
    } catch {
      // Blocked or full: the key lives in memory only.
    }
  },
  forget: (): void => {
    try {
      sessionStorage.removeItem(name)
    } catch {
      // Blocked: there is nothing to forget.
    }
  }
}
