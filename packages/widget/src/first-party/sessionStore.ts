import type { SessionView } from "@mtc-logon/core/login"

const name = "mtc-session"

/** Where a log-in stands, over a reload: status and masked targets, nothing that opens anything. Without storage one logs in again. */
export const sessionStore = {
  read: (): SessionView | undefined => {
    try {
      const kept: SessionView | null = JSON.parse(sessionStorage.getItem(name) ?? "null")
      return kept ?? undefined
    } catch {
      return undefined
    }
  },
  keep: (session: SessionView | undefined): void => {
    try {
      if (session === undefined) sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, JSON.stringify(session))
    } catch {
      // Blocked: it lives in memory only.
    }
  }
}
