export * from "./rules.ts"
export { acceptTerms, readTerms } from "./acceptTerms.ts"
export { Homes } from "./Homes.ts"
export { KnownBrowsers } from "./KnownBrowsers.ts"
export { decideLogIn, decideMiss } from "./decideLogIn.ts"
export { logIn } from "./logIn.ts"
export { trustedDeviceOf } from "./trustedDeviceOf.ts"
export { LogInError } from "./LogInError.ts"
export type { LogInReason } from "./LogInError.ts"
export type { LogInEvent } from "../logon/LogonEvent.ts"
export type { AnyLogInEvent, LogInFacts, LogInState, LogInTokens, Presented } from "./decideLogIn.ts"
export { logOut } from "./logOut.ts"
export { logOutEverywhere } from "./logOutEverywhere.ts"
export { findSession, isOpenSession, requireSession } from "./requireSession.ts"
export { resendActivation } from "./resendActivation.ts"
export type { Session } from "./Session.ts"
export {
  currentSessionViewSchema,
  messageViewSchema,
  meViewSchema,
  sessionViewSchema,
  termsViewSchema
} from "./sessionViewSchema.ts"
export { Sessions } from "./Sessions.ts"
export type { AcceptedTerms, KeptSession } from "./Sessions.ts"
export { typePasswordAgain } from "./typePasswordAgain.ts"
export { viewSession } from "./viewSession.ts"
