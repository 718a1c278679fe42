import type { ContestEvent } from "../access/ContestEvent.ts"
import { endAccess } from "../access/endAccess.ts"
import type { SettledState, SubmittedState } from "./LogonRequests.ts"
import type { LogonRequestEvent } from "./LogonRequestEvent.ts"

/** A request that is denied, or whose logon was never used: what it held is free again, and its role passes on. Pure. @rule D-32 @rule D-33 */
export const endRequest = (
  state: SubmittedState,
  status: "denied" | "expired"
): { readonly next: SettledState; readonly events: ReadonlyArray<LogonRequestEvent | ContestEvent> } => {
  const { change, events } = endAccess(state.access, state.logonId)
  const ended = { _tag: status === "denied" ? "LogonRequestDenied" : "LogonRequestExpired" } as const
  return { next: { ...state, status, accessChange: change }, events: [ended, ...events] }
}
