import type { SessionView } from "@mtc-logon/core/login"

const name = "mtc-session"

/** A log-in that is not done yet. */
export interface KeptSession {
  readonly session: SessionView
  /** The method that a code went to in this session: after a reload it is not sent again. */
  readonly sentTo?: string
}

/** Where a log-in stands, over a reload: status and masked targets, nothing that opens anything. Without storage one logs in again. */
export const sessionStore = {
  read: (): KeptSession | undefined => {
    try {
      const kept: KeptSession | null = JSON.parse(sessionStorage.getItem(name) ?? "null")
      return kept?.session === undefined ? undefined : kept
    } catch {
      return undefined
    }
  },
  keep: (kept: KeptSession | undefined): void => {
    try {
      if (kept === undefined) sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, JSON.stringify(kept))
    } catch {
      // Blocked: it lives in memory only.
    }
  }
}
