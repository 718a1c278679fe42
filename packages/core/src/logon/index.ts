export * from "./rules.ts"
export { usernameKey } from "./usernameKey.ts"
export { CommonPasswords } from "./CommonPasswords.ts"
export { Logons } from "./Logons.ts"
export { HashingBusy, PasswordHasher } from "./PasswordHasher.ts"
export { changeSome, endLinks, endLogOns } from "./endLogOns.ts"
export { expire, freeze } from "./freeze.ts"
export { activationOf, issueActivation } from "./issueActivation.ts"
export { Keys } from "./Keys.ts"
export type { AppEnrollment, KeyedDigest, KeyedId, SealedParts } from "./Keys.ts"
export { keepUndo } from "./changeLogon.ts"
export { followsOf } from "./LogonEvent.ts"
export type { LogonEvent } from "./LogonEvent.ts"
export {
  browsers,
  codePurposes,
  codeStates,
  linkStates,
  notMeChannels,
  notMeParts,
  recoveryCodeStates,
  sessionLevels,
  sessionStates,
  systems,
  twoStepKinds
} from "./Logon.ts"
export type {
  AcceptedText,
  ActivationCode,
  Before,
  DeviceToken,
  EmailLink,
  Logon,
  LogonCode,
  LogonDevice,
  LogonMethod,
  LogonSession,
  NotMeCode,
  OwnProfile,
  PasswordLink,
  RecoveryCode
} from "./Logon.ts"
export type { Decide, LogonDecision, LogonKey } from "./Logons.ts"
export type { Sealed } from "./Sealed.ts"
