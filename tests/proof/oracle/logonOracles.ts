import type { FactsOf } from "../../../packages/core/src/questions/questionIds.ts"
import type { PolicyInForce } from "../../../packages/core/src/questions/policySheet.ts"
import { verificationOracle } from "./verificationOracle.ts"

// Written from the decisions (docs/decisions.md), not from the rules: it shares types with them and nothing else.

/** D-44: are the terms accepted? */
export const termsOracle = ({ access }: FactsOf<"terms">, { terms }: PolicyInForce): string => {
  if (!access.termsAccepted) return "R-24a"
  return access.termsVersion === terms.version ? "Accepted" : "R-24b"
}

/** D-10, D-11: who is first is Master of all; who comes later has the account that was verified, tax professional or not. */
export const roleOracle = ({ access }: FactsOf<"role">): string =>
  access.masterExists ? `TaxAdministrator of ${access.accountType}` : "MasterAdministrator of all"

/** Verification, then terms, then the role. */
export const logonRequestOracle = (facts: FactsOf<"logon-request">, policy: PolicyInForce): string => {
  for (const said of [verificationOracle(facts, policy), termsOracle(facts, policy)]) {
    if (said !== "Accepted") return said
  }
  return roleOracle(facts)
}

/** D-35, D-12: is a submitted request approved? */
export const processingOracle = ({ request }: FactsOf<"processing">): string => {
  for (const _ of request.holds) return "D-35"
  return request.accountClosed ? "D-12" : "Accepted"
}

/** D-25, D-62: does the newcomer become Master? */
export const contestOracle = ({ contest }: FactsOf<"contest">): string => {
  if (contest.evidence === "amount" || contest.evidence === "lineItem") return "D-25b"
  if (contest.staffOnly) return "D-62a"
  if (!contest.letterStands) return "Accepted"
  if (contest.openedAt === null || contest.letterMailedAt === null) return "D-25c"
  return contest.letterMailedAt < contest.openedAt ? "D-25c" : "Accepted"
}

/** D-25: may a Master grant? Who proved with a letter always, others after a letter code or the days of the hold. */
export const grantingOracle = ({ granting }: FactsOf<"granting">, { access }: PolicyInForce): string => {
  if (granting.contestOpen) return "D-60a"
  if (granting.evidence === "letterId" || granting.letterCodeEntered) return "Accepted"
  return granting.effectiveDays < access.confirmationHoldDays ? "D-25d" : "Accepted"
}

/** D-13: does this log-in activate? */
export const activationCodeOracle = (
  { activationCode: code }: FactsOf<"activation-code">,
  { logon }: PolicyInForce
): string => {
  if (!logon.activation.requireActivation) return "Accepted"
  if (!code.equal) return "R-30b"
  if (code.state !== "open") return "R-29"
  return code.expiresAt <= code.now ? "D-13" : "Accepted"
}

/** D-47: is a mailed link still good? */
export const mailedLinkOracle = ({ mailedLink: link }: FactsOf<"mailed-link">): string => {
  if (link.state === "used" || link.state === "superseded") return "D-47a"
  return link.expiresAt <= link.now ? "D-47b" : "Accepted"
}

/** D-47, D-13: can whoever holds the link choose a new password? */
export const recoveryOracle = (facts: FactsOf<"recovery">, { recovery: limits }: PolicyInForce): string => {
  const { recovery } = facts
  if (recovery.wrongAnswersInWindow >= limits.maxWrongAnswersInWindow) return "D-47c"
  const link = mailedLinkOracle(facts)
  if (link !== "Accepted") return link
  for (const closed of ["reserved", "approved", "frozen", "expired"]) if (recovery.status === closed) return "D-47d"
  if (recovery.wrongAnswers >= limits.maxWrongAnswers) return "D-47e"
  return recovery.proved ? "Accepted" : "D-47f"
}

const minutesBetween = (from: number, to: number): number => (to - from) / 60_000

/** D-48: does a session go on? */
export const sessionOracle = ({ session }: FactsOf<"session">, policy: PolicyInForce): string => {
  if (session.ended) return "D-48a"
  if (minutesBetween(session.lastSeenAt, session.now) >= policy.session.idleMinutes) return "D-48b"
  return session.expiresAt <= session.now ? "D-48c" : "Accepted"
}

/** D-48: was the password typed a short while ago? */
export const passwordAgainOracle = ({ session }: FactsOf<"password-again">, policy: PolicyInForce): string =>
  minutesBetween(session.passwordAt, session.now) >= policy.session.passwordAgainMinutes ? "D-48d" : "Accepted"

/** D-48: is the right password taken? */
export const logInTriesOracle = ({ logIn }: FactsOf<"log-in-tries">, policy: PolicyInForce): string => {
  if (logIn.failuresInARow < policy.logIn.maxFailuresInARow) return "Accepted"
  return logIn.fromTrustedDevice || logIn.byActivationCode ? "Accepted" : "D-48e"
}

/** D-07, D-62: is a letter mailed? */
export const letterRequestOracle = (
  { letterRequest: asked }: FactsOf<"letter-request">,
  { verification }: PolicyInForce
): string => {
  if (!asked.onFile) return "D-07c"
  const { lifeDays, maxRequestedInWindow, requestIntervalDays } = verification.letters
  const ageDays = (mailedAt: number | null) => (mailedAt === null ? Infinity : (asked.now - mailedAt) / 86_400_000)
  if (ageDays(asked.unusedMailedAt) < requestIntervalDays) return "D-07d"
  if (asked.mailedInWindow < maxRequestedInWindow) return "Accepted"
  const ownerHasOne = ageDays(asked.unusedMailedAt) < lifeDays
  return ownerHasOne || ageDays(asked.newestMailedAt) < requestIntervalDays ? "D-62b" : "Accepted"
}
