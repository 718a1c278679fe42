import type { Logon, LogonCode } from "../logon/Logon.ts"
import { sessionIn } from "../logon/openSession.ts"
import type { Challenge } from "./Challenge.ts"

/**
 * The newest code that was sent to a session, or the newest challenge of a passkey, open or not; none where the session is
 * over or has risen meanwhile: nothing confirms it any more.
 */
export const challengeIn = (
  logon: Logon,
  { sessionId }: Pick<Challenge, "sessionId">,
  what: "code" | "passkey",
  methodId: string | null
): LogonCode | undefined =>
  sessionIn(logon, sessionId) === undefined
    ? undefined
    : logon.codes.findLast(
        (code) =>
          code.sessionId === sessionId &&
          (what === "passkey") === (code.targetDigest === "") &&
          (methodId === null || code.methodId === methodId)
      )
