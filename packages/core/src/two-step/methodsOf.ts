import { Redacted } from "effect"
import type { Keys } from "../logon/Keys.ts"
import type { Logon, LogonMethod, TwoStepKind } from "../logon/Logon.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"

/** The ways that were not removed, in the order in which they were added. */
export const liveMethods = ({ methods }: Logon): ReadonlyArray<LogonMethod> =>
  methods.filter(({ removedAt }) => removedAt === null)

/** The ways of one kind that work. */
export const workingMethods = (logon: Logon, kind: TwoStepKind): ReadonlyArray<LogonMethod> =>
  liveMethods(logon).filter((way) => way.kind === kind && way.confirmedAt !== null)

/** The ways of a logon as they are decided on; an app's secret and a passkey's key nobody is shown. */
export const methodsOf = (logon: Logon, { open }: Pick<Keys["Service"], "open">): ReadonlyArray<TwoStepMethod> =>
  liveMethods(logon).map(({ confirmedAt, id, kind, target }) => ({
    id,
    kind,
    target: kind === "totp" || kind === "passkey" ? null : Redacted.value(open(target)),
    confirmed: confirmedAt !== null
  }))
