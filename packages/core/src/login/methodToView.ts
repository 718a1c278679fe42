import { maskEmailAddress } from "../contact/maskEmailAddress.ts"
import { maskPhoneNumber } from "../contact/maskPhoneNumber.ts"
import type { TwoStepMethod } from "../two-step/TwoStepMethod.ts"
import type { TwoStepKind } from "../logon/Logon.ts"

/** Where codes can go, as much as a person needs to know which mailbox or telephone to look at. @rule R-38 */
export const methodToView = ({ confirmed, id, kind, target }: TwoStepMethod) => ({
  id,
  kind,
  confirmed,
  ...(target !== null && { target: kind === "sms" ? maskPhoneNumber(target) : maskEmailAddress(target) })
})

/**
 * The ways that a log-in may use.
 *
 * **Gotchas**
 *
 * A way that the rule set no longer offers is used only where the logon has no other: who came before a stricter rule set is
 * not let in by the password alone.
 */
export const methodsInUse = (
  methods: ReadonlyArray<TwoStepMethod>,
  offered: ReadonlyArray<TwoStepKind>
): ReadonlyArray<TwoStepMethod> => {
  const confirmed = methods.filter((method) => method.confirmed)
  const inUse = confirmed.filter(({ kind }) => offered.includes(kind))
  return inUse.length > 0 ? inUse : confirmed
}
