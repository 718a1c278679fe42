import type { FactsOf } from "../../../packages/core/src/questions/questionIds.ts"
import type { PolicyInForce } from "../../../packages/core/src/questions/policySheet.ts"

// Written from the decisions (docs/decisions.md), not from the rules: it shares types with them and nothing else.

/** D-14: failures in a row lock a logon, over all its ways, until a moment that is kept. */
const isLocked = (
  { failuresInARow, lockedUntil, now }: FactsOf<"passkey">["secondStep"],
  { twoStep }: PolicyInForce
): boolean => {
  if (lockedUntil !== null) return lockedUntil > now
  return failuresInARow >= twoStep.code.maxFailuresInARow
}

/** D-14: does a code that was sent confirm? */
export const securityCodeOracle = (
  { secondStep, securityCode: code }: FactsOf<"security-code">,
  policy: PolicyInForce
): string => {
  if (isLocked(secondStep, policy)) return "D-14d"
  if (code.state !== "open") return "R-36"
  if (code.failures >= policy.twoStep.code.maxTries) return "D-14b"
  if (code.expiresAt <= secondStep.now) return "D-14c"
  return code.equal ? "Accepted" : "R-34a"
}

/** D-14, RFC 6238: does the code of an app confirm? */
export const appCodeOracle = ({ appCode, secondStep }: FactsOf<"app-code">, policy: PolicyInForce): string => {
  if (isLocked(secondStep, policy)) return "D-14d"
  const { stepSeconds, toleranceSteps } = policy.twoStep.app
  let isNear = false
  for (let beside = -toleranceSteps; beside <= toleranceSteps; beside++) {
    if (appCode.step === null) continue
    const from = (appCode.step + beside) * stepSeconds * 1000
    if (from <= secondStep.now && secondStep.now < from + stepSeconds * 1000) isNear = true
  }
  if (!isNear) return "R-34c"
  return appCode.lastStep !== null && appCode.lastStep >= appCode.step! ? "D-14e" : "Accepted"
}

/** D-49: does a recovery code stand in? */
export const recoveryCodeOracle = (
  { recoveryCode, secondStep }: FactsOf<"recovery-code">,
  policy: PolicyInForce
): string => {
  if (isLocked(secondStep, policy)) return "D-14d"
  return ["used", "replaced", "none"].includes(recoveryCode.state) ? "D-49a" : "Accepted"
}

/** D-49: does a passkey confirm? */
export const passkeyOracle = ({ passkey, secondStep }: FactsOf<"passkey">, policy: PolicyInForce): string => {
  if (isLocked(secondStep, policy)) return "D-14d"
  if (passkey.expiresAt <= secondStep.now || ["confirmed", "superseded"].includes(passkey.state)) return "D-49b"
  return passkey.signed ? "Accepted" : "D-49c"
}

/** D-14: may a logon have this way? */
export const twoStepMethodOracle = ({ method }: FactsOf<"two-step-method">, { twoStep }: PolicyInForce): string => {
  for (const kind of twoStep.kinds) if (kind === method.kind) return "Accepted"
  return "R-31a"
}

/** D-14: what a logon with this way is advised to do. */
export const twoStepMethodAdvice = ({ method }: FactsOf<"two-step-method">): ReadonlyArray<string> => [
  ...(method.kind === "email" ? ["D-14f"] : []),
  ...(method.kind === "sms" && method.others === 0 ? ["D-14g"] : []),
  ...(method.others === 0 ? ["D-14h"] : [])
]

/** D-14: one way at least stays. */
export const twoStepRemovalOracle = ({ method }: FactsOf<"two-step-removal">): string =>
  method.confirmed && method.others === 0 ? "R-31b" : "Accepted"

/** D-15: may a device skip the code? */
export const trustedDeviceOracle = (
  { trustedDevice: device }: FactsOf<"trusted-device">,
  { twoStep }: PolicyInForce
): string => {
  if (!device.sameLogon) return "R-34b"
  if (device.revoked) return "D-15a"
  if (twoStep.trustedDevice === "off" || device.expiresAt <= device.now) return "D-15b"
  if (device.replacedAt === null) return "Accepted"
  return (device.now - device.replacedAt) / 1000 >= twoStep.trustedDevice.graceSeconds ? "D-15c" : "Accepted"
}
