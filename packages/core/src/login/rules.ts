export { logInTriesFacts } from "./logInTriesFacts.ts"
export type { LogInTriesFacts } from "./logInTriesFacts.ts"
export * from "./logInTriesRules.ts"
export { sessionFacts } from "./sessionFacts.ts"
export type { SessionFacts } from "./sessionFacts.ts"
export * from "./sessionRules.ts"
export type { SessionPolicy } from "./sessionSheet.ts"
export type {
  AccessView,
  CurrentSessionView,
  MessageView,
  MeView,
  SessionStatus,
  SessionView,
  TermsView
} from "./SessionView.ts"
