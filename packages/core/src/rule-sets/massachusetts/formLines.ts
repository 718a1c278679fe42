import type { AccountType } from "../../taxpayer/accountTypeSchema.ts"
import type { FormLine } from "../../verification/verificationSheet.ts"

type Kind = FormLine["kind"]

const labels: Readonly<Record<Kind, string>> = {
  taxReturnAmount: "form-line.income-tax-after-credits",
  refundAmount: "form-line.refund",
  amountDue: "form-line.amount-due",
  lineItem: "form-line.total-assets"
}

const form1 = (kind: Kind, from: number, to: number | null, line: string | null, source: string): FormLine => ({
  accountType: "personal-income-tax",
  kind,
  taxYears: { from, to },
  form: "Form 1",
  line,
  label: labels[kind],
  unit: "cents",
  verified: false,
  source
})

const solver = (year: number) => `OpenTaxSolver, OTS_${year}/src/taxsolve_MA_1_${year}.c`

/** Lines of Form 1 by tax year: the income tax after credits, the refund, the tax due. */
const personalIncomeTax: ReadonlyArray<FormLine> = [
  ...(
    [
      [2017, "48", "49"],
      [2018, "49", "50"],
      [2019, "50", "51"],
      [2020, "50", "51"],
      [2021, "52", "53"]
    ] as const
  ).flatMap(([year, refund, amountDue]) => [
    form1("taxReturnAmount", year, year, "32", solver(year)),
    form1("refundAmount", year, year, refund, solver(year)),
    form1("amountDue", year, year, amountDue, solver(year))
  ]),
  ...(["taxReturnAmount", "refundAmount", "amountDue"] as const).map((kind) =>
    form1(kind, 2022, null, null, "not known: shown without a number")
  )
]

/** A line of every year whose number is not known. */
const anyYear = (
  accountType: AccountType,
  kind: Kind,
  form: string | null,
  change: Partial<Pick<FormLine, "label" | "unit" | "source" | "verified">> = {}
): FormLine => ({
  accountType,
  kind,
  taxYears: { from: null, to: null },
  form,
  line: null,
  label: labels[kind],
  unit: "cents",
  verified: false,
  source: "D-03: form and line not known, shown without a number",
  ...change
})

/** Who lived in the state for a part of the year, or not at all, files Form 1-NR/PY: its lines are not known to us. */
const nonresidents: ReadonlyArray<FormLine> = (["taxReturnAmount", "refundAmount", "amountDue"] as const).map((kind) =>
  anyYear("personal-income-tax", kind, "Form 1-NR/PY", { source: "line not known: shown without a number" })
)

/** The forms of seed line 65, after its misprints are mended: 990-N is 63 FI, 555 is 355, 555S is 355S, 55556 is 355SC. */
const lineItems: ReadonlyArray<FormLine> = [
  ...["Form 355", "Form 355S", "Form 355SC"].map((form) =>
    anyYear("corporate-excise", "lineItem", form, {
      unit: "wholeDollars",
      source: "seed line 65: Total Assets; whole dollars not held against the form"
    })
  ),
  anyYear("financial-institution-excise", "lineItem", "Form 63 FI", {
    label: "form-line.net-income",
    unit: "wholeDollars",
    source: "seed line 65: net income; whole dollars not held against the form"
  }),
  ...["Form M-990T-62", "Form 3M"].map((form) =>
    anyYear("unrelated-business-income", "lineItem", form, {
      label: "form-line.net-income",
      unit: "wholeDollars",
      source: "seed line 65: Net Income; whole dollars not held against the form"
    })
  )
]

const businesses: ReadonlyArray<AccountType> = [
  "sales-and-use",
  "meals",
  "room-occupancy",
  "withholding",
  "corporate-excise",
  "financial-institution-excise",
  "unrelated-business-income",
  "fiduciary",
  "pass-through",
  "telecommunications",
  "marijuana-retail",
  "use-tax-purchaser",
  "paid-family-medical-leave"
]

/**
 * The form and line of each amount. The rules (unit), the help text and the docs read it.
 *
 * **Gotchas**
 *
 * The refund and the tax due of Form 1 move nearly every year. No row is held against the Department's own form yet: each
 * says so, and where it comes from.
 *
 * @rule R-09 @rule R-15 @rule R-43
 */
export const formLines: ReadonlyArray<FormLine> = [
  ...personalIncomeTax,
  ...nonresidents,
  anyYear("individual-use-tax", "amountDue", null),
  ...businesses.flatMap((accountType) => [
    anyYear(accountType, "taxReturnAmount", null, { label: "form-line.tax" }),
    anyYear(accountType, "refundAmount", null)
  ]),
  ...lineItems
]
