import { DateTime } from "effect"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import { usernameKey } from "../logon/usernameKey.ts"
import type { NewLogon } from "./NewLogon.ts"

/** The logon that a submitted request makes: reserved, with nothing that opens it yet. Pure. @rule D-32 */
export const logonOf = (
  keys: Keys["Service"],
  made: Omit<NewLogon, "role">,
  { locale, requestId }: { readonly locale: string; readonly requestId: string | null },
  now: DateTime.Utc
): Logon => {
  const id = keys.makeId("logon")
  const { passwordHash, pinHash, profile, secretAnswerHash, secretQuestion, taxProfessional, terms, username } = made
  return {
    id,
    requestId,
    username,
    usernameKey: usernameKey(username),
    passwordHash,
    passwordHashes: keys.seal("passwordHashes", id, [passwordHash]),
    passwordChangedAt: now,
    secretQuestion: secretQuestion ?? "",
    secretAnswerHash,
    pinHash,
    profile: keys.seal("profile", id, profile),
    emailDigest: keys.digestOf("email", profile.email.toLowerCase()),
    phoneDigest: keys.digestOf("phone", profile.phoneNumber),
    locale,
    taxProfessional,
    termsVersion: terms.version,
    termsAcceptedAt: terms.acceptedAt,
    termsAccepted: [{ version: terms.version, at: DateTime.formatIso(terms.acceptedAt) }],
    status: "reserved",
    createdAt: now,
    activatedAt: null,
    frozenAt: null,
    failedLogIns: 0,
    missedCodes: 0,
    codesLockedUntil: null,
    methods: [],
    codes: [],
    activationCodes: [],
    recoveryCodes: [],
    sessions: [],
    devices: [],
    deviceTokens: [],
    passwordLinks: [],
    emailLinks: [],
    notMeCodes: [],
    sentElsewhere: []
  }
}
