import type { PolicyInForce } from "../../packages/core/src/questions/policySheet.ts"
import type { ClaimKind } from "../../packages/core/src/verification/VerificationClaim.ts"

type Verification = PolicyInForce["verification"]
type Attempts = Verification["attempts"]

/** A policy value moved. */
export interface Step {
  readonly name: string
  /** Read by nobody where no amount is taken: moved there with amounts as well. */
  readonly isOfAmounts: boolean
  readonly change: (policy: PolicyInForce) => PolicyInForce
}

const verification =
  (change: (verification: Verification) => Partial<Verification>) =>
  (policy: PolicyInForce): PolicyInForce => ({
    ...policy,
    verification: { ...policy.verification, ...change(policy.verification) }
  })

const letters = (change: (letters: Verification["letters"]) => Partial<Verification["letters"]>) =>
  verification((before) => ({ letters: { ...before.letters, ...change(before.letters) } }))

const amountTries = (change: (limits: Attempts["amounts"]) => Partial<Attempts["amounts"]>) =>
  verification(({ attempts }) => ({
    attempts: { ...attempts, amounts: { ...attempts.amounts, ...change(attempts.amounts) } }
  }))

const letterTries = (change: (limits: Attempts["letters"]) => Partial<Attempts["letters"]>) =>
  verification(({ attempts }) => ({
    attempts: { ...attempts, letters: { ...attempts.letters, ...change(attempts.letters) } }
  }))

const kinds =
  (change: (kinds: ReadonlyArray<ClaimKind>) => ReadonlyArray<ClaimKind>) =>
  (policy: PolicyInForce): PolicyInForce => {
    const row = policy.accountTypes["personal-income-tax"]
    return {
      ...policy,
      accountTypes: { ...policy.accountTypes, "personal-income-tax": { ...row, claimKinds: change(row.claimKinds) } }
    }
  }

const half = (value: number): number => Math.round(value / 2)

/** The name of the row that nothing is moved in. */
export const asItIs = "as it is"

/** The name of the row that takes amounts where a rule set takes none: what the values of amounts are moved from. */
export const amountsAsWell = "amounts as well"

const takesAmounts = (policy: PolicyInForce): boolean =>
  policy.accountTypes["personal-income-tax"].claimKinds.some((kind) => kind !== "letterId")

const withAmounts = kinds(() => ["taxReturnAmount", "refundAmount", "letterId"])

const ofAmounts: Readonly<Record<string, Step["change"]>> = {
  "window one return shorter": verification(({ returnWindow }) => ({
    returnWindow: { ...returnWindow, count: returnWindow.count - 1 }
  })),
  "window one return longer": verification(({ returnWindow }) => ({
    returnWindow: { ...returnWindow, count: returnWindow.count + 1 }
  })),
  "window of tax years": verification(({ returnWindow }) => ({ returnWindow: { ...returnWindow, unit: "taxYears" } })),
  "corrected amounts only": verification(() => ({ amounts: "adjusted" })),
  "filed or corrected amounts": verification(() => ({ amounts: "either" })),
  "joint returns refused": verification(() => ({ jointReturns: "refused" })),
  "posted for 21 days": verification(() => ({ minimumPostedAgeDays: 21 })),
  "posted for a week less": verification(({ minimumPostedAgeDays }) => ({
    minimumPostedAgeDays: Math.max(0, minimumPostedAgeDays - 7)
  })),
  "posted for a week more": verification(({ minimumPostedAgeDays }) => ({
    minimumPostedAgeDays: minimumPostedAgeDays + 7
  })),
  "posted for 0 days": verification(() => ({ minimumPostedAgeDays: 0 })),
  "one wrong amount less in the window": amountTries(({ maxFailures }) => ({ maxFailures: maxFailures - 1 })),
  "one wrong amount more in the window": amountTries(({ maxFailures }) => ({ maxFailures: maxFailures + 1 })),
  "wrong amounts count half as long": amountTries(({ windowHours }) => ({ windowHours: half(windowHours) })),
  "wrong amounts count twice as long": amountTries(({ windowHours }) => ({ windowHours: windowHours * 2 })),
  "one wrong amount less a year": amountTries(({ maxFailuresPerYear }) => ({
    maxFailuresPerYear: maxFailuresPerYear - 1
  })),
  "one wrong amount more a year": amountTries(({ maxFailuresPerYear }) => ({
    maxFailuresPerYear: maxFailuresPerYear + 1
  })),
  "no refund amounts": kinds((all) => all.filter((kind) => kind !== "refundAmount")),
  "amount due as well": kinds((all) => [...all, "amountDue"]),
  "letters only": kinds(() => ["letterId"])
}

const ofLetters: Readonly<Record<string, Step["change"]>> = {
  "letters live half as long": letters(({ lifeDays }) => ({ lifeDays: half(lifeDays) })),
  "letters live twice as long": letters(({ lifeDays }) => ({ lifeDays: lifeDays * 2 })),
  "a second letter after half as long": letters(({ requestIntervalDays }) => ({
    requestIntervalDays: half(requestIntervalDays)
  })),
  "a second letter after twice as long": letters(({ requestIntervalDays }) => ({
    requestIntervalDays: requestIntervalDays * 2
  })),
  "letters about something else as well": letters((before) => ({ kinds: [...before.kinds, "identity-verification"] })),
  "one wrong letter less in the window": letterTries(({ maxFailures }) => ({ maxFailures: maxFailures - 1 })),
  "one wrong letter more in the window": letterTries(({ maxFailures }) => ({ maxFailures: maxFailures + 1 })),
  "wrong letters count half as long": letterTries(({ windowHours }) => ({ windowHours: half(windowHours) })),
  "wrong letters count twice as long": letterTries(({ windowHours }) => ({ windowHours: windowHours * 2 })),
  "networks wait half as long": letterTries(({ waitMinutes }) => ({ waitMinutes: half(waitMinutes) })),
  "networks wait twice as long": letterTries(({ waitMinutes }) => ({ waitMinutes: waitMinutes * 2 })),
  "an alarm at half as many wrong letters": letterTries(({ alarmFailures }) => ({
    alarmFailures: half(alarmFailures)
  })),
  "an alarm at twice as many wrong letters": letterTries(({ alarmFailures }) => ({
    alarmFailures: alarmFailures * 2
  })),
  "one wrong letter less in an alarm": letterTries(({ maxFailuresInAlarm }) => ({
    maxFailuresInAlarm: maxFailuresInAlarm - 1
  })),
  "one wrong letter more in an alarm": letterTries(({ maxFailuresInAlarm }) => ({
    maxFailuresInAlarm: maxFailuresInAlarm + 1
  }))
}

/** Each policy value moved one step, the others as they are. */
export const steps: ReadonlyArray<Step> = [
  ...Object.entries(ofAmounts).map(([name, change]) => ({ name, isOfAmounts: true, change })),
  ...Object.entries(ofLetters).map(([name, change]) => ({ name, isOfAmounts: false, change }))
]

/** A row of the table: a policy, and the row that it is one step away from. */
export interface PricedPolicy {
  readonly name: string
  /** Null: the policy as it is. */
  readonly base: string | null
  readonly policy: PolicyInForce
}

const isSame = (a: PolicyInForce, b: PolicyInForce): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The policies of a table. A step that moves nothing has no row. */
export const policiesOf = (policy: PolicyInForce): ReadonlyArray<PricedPolicy> => {
  const isWithout = !takesAmounts(policy)
  const asWell: PricedPolicy = { name: amountsAsWell, base: asItIs, policy: withAmounts(policy) }
  return [
    { name: asItIs, base: null, policy },
    ...(isWithout ? [asWell] : []),
    ...steps
      .map(({ change, isOfAmounts, name }): PricedPolicy =>
        isOfAmounts && isWithout
          ? { name: `${amountsAsWell}, ${name}`, base: amountsAsWell, policy: change(asWell.policy) }
          : { name, base: asItIs, policy: change(policy) }
      )
      .filter((row) => !isSame(row.policy, row.base === asItIs ? policy : asWell.policy))
      .filter((row) => row.base === asItIs || !isSame(row.policy, policy))
  ]
}
