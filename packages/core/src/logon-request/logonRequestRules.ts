import { accessFacts } from "../access/accessFacts.ts"
import type { AccessFacts } from "../access/accessFacts.ts"
import type { AccessPolicy } from "../access/accessSheet.ts"
import { decideRole, terms } from "../access/accessRules.ts"
import type { Role } from "../access/Role.ts"
import { over } from "../engine/Rule.ts"
import { verificationFacts } from "../verification/verificationFacts.ts"
import type { VerificationFacts } from "../verification/verificationFacts.ts"
import type { VerificationPolicy } from "../verification/verificationSheet.ts"
import { verification } from "../verification/verificationRules.ts"

const { question } = over<VerificationFacts & AccessFacts, VerificationPolicy & AccessPolicy>({
  ...verificationFacts,
  ...accessFacts
})

/**
 * May this logon be made, and with which role? Rules of two modules that don't know each other.
 *
 * **Gotchas**
 *
 * For simulation, what-if and proof. A request is decided step by step, each question once.
 */
export const logonRequest = question({
  ...verification,
  id: "logon-request",
  refusedUnless: [...verification.refusedUnless, ...terms.refusedUnless],
  reads: ["access.masterExists", "access.accountType"],
  grants: ({ access }): Role => decideRole(access.masterExists, access.accountType)
})
