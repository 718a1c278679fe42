export { isRecentPassword } from "./isRecentPassword.ts"
export type { AccessView, MessageView, MeView, SessionStatus, SessionView } from "./SessionView.ts"
export type { SessionPolicy } from "./SessionPolicy.ts"
