import type { PolicyInForce } from "../../packages/core/src/decisions/PolicyInForce.ts"

type Verification = PolicyInForce["verification"]

const verification =
  (change: (verification: Verification) => Partial<Verification>) =>
  (policy: PolicyInForce): PolicyInForce => ({
    ...policy,
    verification: { ...policy.verification, ...change(policy.verification) }
  })

const amountLimit = (
  change: (limits: Verification["attempts"]["amounts"]) => Partial<Verification["attempts"]["amounts"]>
) =>
  verification(({ attempts }) => ({
    attempts: { ...attempts, amounts: { ...attempts.amounts, ...change(attempts.amounts) } }
  }))

const kinds =
  (
    change: (
      kinds: PolicyInForce["accountTypes"]["meals"]["claimKinds"]
    ) => PolicyInForce["accountTypes"]["meals"]["claimKinds"]
  ) =>
  (policy: PolicyInForce): PolicyInForce => {
    const row = policy.accountTypes["personal-income-tax"]
    return {
      ...policy,
      accountTypes: { ...policy.accountTypes, "personal-income-tax": { ...row, claimKinds: change(row.claimKinds) } }
    }
  }

/** Each policy value moved one step, the others as they are. */
export const steps: Readonly<Record<string, (policy: PolicyInForce) => PolicyInForce>> = {
  "as it is": (policy) => policy,
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
  "posted for 0 days": verification(() => ({ minimumPostedAgeDays: 0 })),
  "letters live half as long": verification(({ letters }) => ({
    letters: { ...letters, lifeDays: Math.round(letters.lifeDays / 2) }
  })),
  "letters live 30 days": verification(({ letters }) => ({ letters: { ...letters, lifeDays: 30 } })),
  "one failure less a day": amountLimit(({ maxFailures }) => ({ maxFailures: maxFailures - 1 })),
  "one failure more a day": amountLimit(({ maxFailures }) => ({ maxFailures: maxFailures + 1 })),
  "one failure less a year": amountLimit(({ maxFailuresPerYear }) => ({ maxFailuresPerYear: maxFailuresPerYear - 1 })),
  "one failure more a year": amountLimit(({ maxFailuresPerYear }) => ({ maxFailuresPerYear: maxFailuresPerYear + 1 })),
  "no refund amounts": kinds((all) => all.filter((kind) => kind !== "refundAmount")),
  "amount due as well": kinds((all) => (all.includes("taxReturnAmount") ? [...all, "amountDue"] : all)),
  "letters only": kinds(() => ["letterId"]),
  "amounts as well": kinds(() => ["taxReturnAmount", "refundAmount", "letterId"])
}
