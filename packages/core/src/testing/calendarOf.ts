import { requireDay } from "../engine/requireDay.ts"

/** The days that a story uses. */
export interface Calendar {
  /** ISO 8601. */
  readonly today: string
  /** The newest tax year whose returns are all in: its returns were posted on May 1 of the next. */
  readonly lastTaxYear: number
  /** So many days before today, ISO 8601. */
  readonly daysAgo: (days: number) => string
}

const dayMs = 86_400_000

/** The days around a day, `2020-11-20`. */
export const calendarOf = (today: string): Calendar => {
  requireDay("today", today)
  const year = Number(today.slice(0, 4))
  return {
    today,
    lastTaxYear: today >= `${year}-05-01` ? year - 1 : year - 2,
    daysAgo: (days) => new Date(Date.parse(today) - days * dayMs).toISOString().slice(0, 10)
  }
}
