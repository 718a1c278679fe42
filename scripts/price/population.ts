import type { FiledReturn, ReturnLines } from "../../packages/core/src/taxpayer/taxpayerRecordSchema.ts"

/** What the synthetic population is like. Shares are of taxpayers or of returns; none of it is measured: it is assumed, here. */
export const assumptions = {
  taxpayers: 20_000,
  /** Income tax after credits: log-normal, in dollars. */
  tax: { median: 2600, sigma: 1.1 },
  /** Refund, where there is one: log-normal, in dollars. */
  refund: { share: 0.68, median: 620, sigma: 0.9 },
  /** Whole years without tax and refund, whoever they are of. */
  zeroFilers: 0.12,
  joint: 0.38,
  /** Files Form 1-NR/PY. */
  nonresident: 0.08,
  /** A return that the Department corrected, and that its filer copies the correction of. */
  adjusted: { share: 0.04, copiesCorrection: 0.3 },
  /** Rounds every amount to whole dollars, on the form and when typing. */
  wholeDollars: 0.55,
  /** Filed a year late or left one out: the window reaches back further. */
  skippedYear: 0.07,
  /** Copies the return of four years ago: the one at hand. */
  copiesFourth: 0.03,
  /** The newest return was posted within the last days. */
  justPosted: { share: 0.1, days: 40 },
  underReview: 0.004,
  /** Asks for a letter where no amount lets them in: it does not arrive, or is used after so many days (exponential, after the post). */
  letter: { lost: 0.04, postDays: 7, meanDaysToUse: 9 },
  /** Whose letter is lost asks again, once, after so many days. */
  asksAgainDays: { from: 7, to: 35 },
  /** Has a letter about something else at home, of so many days at most. */
  otherLetter: { share: 0.25, maxAgeDays: 120 },
  /** Guesses letter IDs of one number from so many networks, all year. */
  stranger: { networks: 80 },
  /** Each try is a wrong one, again and again, with hours between two (exponential). */
  mistake: { share: 0.25, meanHours: 9 }
} as const

/** Days after mailing when a letter is used; null: it does not arrive. */
export type AskedLetter = number | null

/** One taxpayer, with what they copy from their form. */
export interface Owner {
  readonly returns: ReadonlyArray<FiledReturn>
  readonly kind: "taxReturnAmount" | "refundAmount"
  /** Cents, as typed from the form. */
  readonly amount: number
  /** The letter that they ask for, and the one that they ask for again where it is lost. */
  readonly letters: readonly [AskedLetter, AskedLetter]
  /** Days from the one to the other. */
  readonly asksAgainAfterDays: number
  /** Age of a letter about something else; null: they have none. */
  readonly otherLetterAgeDays: number | null
  /** How many hours before the right try each wrong one was. */
  readonly mistakes: ReadonlyArray<number>
}

/** Numbers in [0, 1) that are the same at each run with a seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const logNormal = (random: () => number, median: number, sigma: number): number => {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(sigma * normal)
}

/** The day that claims are made. */
export const today = "2020-11-20"

const daysAgo = (days: number): string => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)

type Habits = Pick<Owner, "asksAgainAfterDays" | "letters" | "mistakes" | "otherLetterAgeDays">

const habitsOf = (random: () => number): Habits => {
  const { asksAgainDays, letter, mistake, otherLetter } = assumptions
  const after = (mean: number) => -mean * Math.log(1 - random())
  const asked = (): AskedLetter => {
    const [isLost, days] = [random() < letter.lost, Math.floor(letter.postDays + after(letter.meanDaysToUse))]
    return isLost ? null : days
  }
  const letters = [asked(), asked()] as const
  const asksAgainAfterDays = asksAgainDays.from + Math.floor((asksAgainDays.to - asksAgainDays.from) * random())
  const otherAge = Math.floor(otherLetter.maxAgeDays * random())
  const otherLetterAgeDays = random() < otherLetter.share ? otherAge : null
  const mistakes: number[] = []
  for (let hours = after(mistake.meanHours); random() < mistake.share; hours += after(mistake.meanHours))
    mistakes.push(hours)
  return { asksAgainAfterDays, letters, mistakes, otherLetterAgeDays }
}

const ownerOf = (random: () => number, habits: Habits): Owner => {
  const a = assumptions
  const is = (share: number) => random() < share
  const [isWhole, isJoint, isZero] = [is(a.wholeDollars), is(a.joint), is(a.zeroFilers)]
  const form = is(a.nonresident) ? "Form 1-NR/PY" : "Form 1"
  const cents = (dollars: number) => (isWhole ? Math.round(dollars) * 100 : Math.round(dollars * 100))
  const years = is(a.skippedYear) ? [2019, 2017, 2016, 2015, 2014] : [2019, 2018, 2017, 2016, 2015]
  const isJustPosted = is(a.justPosted.share)
  const postedAgeDays = 1 + Math.floor((a.justPosted.days - 1) * random())
  const size = logNormal(random, a.tax.median, a.tax.sigma)
  const returns = years.map((taxYear, at): FiledReturn => {
    const tax = isZero ? 0 : cents(size * (0.85 + 0.3 * random()))
    const getsRefund = !isZero && is(a.refund.share)
    const refund = getsRefund ? cents(logNormal(random, a.refund.median, a.refund.sigma)) : 0
    const filed: ReturnLines = {
      incomeTaxAfterCredits: tax,
      refund,
      amountDue: getsRefund || isZero ? 0 : cents(tax / 100 / 10),
      lineItem: null
    }
    const adjusted = is(a.adjusted.share)
      ? { ...filed, incomeTaxAfterCredits: tax + cents(20 + 200 * random()), refund: Math.max(0, refund - cents(50)) }
      : null
    return {
      accountType: "personal-income-tax",
      form,
      taxYear,
      periodEnd: `${taxYear}-12-31`,
      postedOn: at === 0 && isJustPosted ? daysAgo(postedAgeDays) : `${taxYear + 1}-05-01`,
      underReview: is(a.underReview),
      joint: isJoint,
      filed,
      adjusted
    }
  })
  const copied = returns[is(a.copiesFourth) ? 3 : Math.floor(random() ** 2 * 3)]!
  const lines = copied.adjusted !== null && is(a.adjusted.copiesCorrection) ? copied.adjusted : copied.filed
  const kind = (lines.refund ?? 0) > 0 && is(0.5) ? "refundAmount" : "taxReturnAmount"
  const amount = (kind === "refundAmount" ? lines.refund : lines.incomeTaxAfterCredits) ?? 0
  return { returns, kind, amount, ...habits }
}

/** A population that is the same at each run with a seed. */
export const populationOf = (seed: number, count: number = assumptions.taxpayers): ReadonlyArray<Owner> => {
  const [random, habits] = [randomOf(seed), randomOf(seed + 1000)]
  return Array.from({ length: count }, () => ownerOf(random, habitsOf(habits)))
}
