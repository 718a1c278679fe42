import { maskEmailAddress } from "../contact/maskEmailAddress.ts"
import { maskPhoneNumber } from "../contact/maskPhoneNumber.ts"
import type { TwoStepMethod } from "../two-step/TwoStepMethod.ts"
import type { TwoStepKind } from "../logon/Logon.ts"

/** Returns where codes can go, masked so that a person can still recognize the mailbox or phone. @rule R-38 */
export const methodToView = ({ confirmed, id, kind, target }: TwoStepMethod) => ({
  id,
  kind,
  confirmed,
  ...(target !== null && { target: kind === "sms" ? maskPhoneNumber(target) : maskEmailAddress(target) })
})

/**
 * Returns the methods that a log-in can use.
 *
 * **Gotchas**
 *
 * A log-in uses a method that the rule set no longer offers only if the logon has no other. So a stricter rule set never lets a
 * logon in with the password alone.
 */
export const methodsInUse = (
  methods: ReadonlyArray<TwoStepMethod>,
  offered: ReadonlyArray<TwoStepKind>
): ReadonlyArray<TwoStepMethod> => {
  const confirmed = methods.filter((method) => method.confirmed)
  const inUse = confirmed.filter(({ kind }) => offered.includes(kind))
  return inUse.length > 0 ? inUse : confirmed
}
