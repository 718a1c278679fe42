import { over } from "../engine/Rule.ts"
import { sessionFacts } from "./sessionFacts.ts"
import type { SessionFacts } from "./sessionFacts.ts"
import type { SessionPolicy } from "./sessionSheet.ts"

const { rule, question } = over<SessionFacts, SessionPolicy>(sessionFacts)

const logInAgain = { message: "decision.not-logged-in", remedies: ["remedy.log-in"] } as const

const reauthentication = {
  source: "NIST SP 800-63B-4, 2.2.3 Reauthentication",
  url: "https://pages.nist.gov/800-63-4/sp800-63b.html"
} as const

const minute = 60_000

export const sessionIsNotEnded = rule({
  id: "D-48a",
  title: "The session was not ended",
  cites: [{ decision: "D-48" }],
  reads: ["session.ended"],
  check: ({ session }) => !session.ended,
  ...logInAgain
})

export const sessionIsNotIdle = rule({
  id: "D-48b",
  title: "The last call is not too long ago",
  cites: [{ decision: "D-48" }, reauthentication],
  reads: ["session.now", "session.lastSeenAt"],
  check: ({ session: { lastSeenAt, now } }, { session }) => now < lastSeenAt + session.idleMinutes * minute,
  ...logInAgain
})

export const sessionIsInTime = rule({
  id: "D-48c",
  title: "The log-in is not too long ago",
  cites: [{ decision: "D-48" }, reauthentication],
  reads: ["session.now", "session.expiresAt"],
  check: ({ session: { expiresAt, now } }) => now < expiresAt,
  ...logInAgain
})

/** Does this session go on? */
export const session = question({
  id: "session",
  refusedUnless: [sessionIsNotEnded, sessionIsNotIdle, sessionIsInTime],
  reads: [],
  grants: () => "open" as const,
  secretAnswer: logInAgain
})

const passwordFirst = { message: "decision.password-required", remedies: ["remedy.password-again"] } as const

export const passwordIsRecent = rule({
  id: "D-48d",
  title: "The password was typed a short while ago",
  cites: [{ decision: "D-48" }, { source: "OWASP ASVS 5.0, 7.5.1", url: "https://github.com/OWASP/ASVS/tree/v5.0.0" }],
  reads: ["session.now", "session.passwordAt"],
  check: ({ session: { now, passwordAt } }, { session }) => now < passwordAt + session.passwordAgainMinutes * minute,
  ...passwordFirst
})

/** May this session change how its logon is opened? */
export const passwordAgain = question({
  id: "password-again",
  refusedUnless: [passwordIsRecent],
  reads: [],
  grants: () => "recent" as const,
  secretAnswer: passwordFirst
})
