import { whole } from "../policy/PolicyEntry.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"

/** The values that recovery and letters live by. @rule D-26 @rule D-30 @rule D-47 */
export const recoverySheet = {
  recovery: {
    linkMinutes: whole({
      label: "how long the link for a forgotten password is valid",
      unit: "minutes",
      min: 1,
      max: 1440
    }),
    maxWrongAnswers: whole({ label: "wrong answers that end a link", unit: "answers", min: 1, max: 20 }),
    maxWrongAnswersInWindow: whole({
      label: "wrong answers that close recovery",
      unit: "answers",
      min: 1,
      max: 100
    }),
    windowHours: whole({ label: "window of wrong answers", unit: "hours", min: 1, max: 24 }),
    maxLinksPerHour: whole({ label: "links of a logon in an hour", unit: "links", min: 1, max: 100 })
  },
  letters: {
    formerAddressDays: whole({
      label: "how long the previous address also gets letters",
      unit: "days",
      min: 0,
      max: 365
    }),
    lockLetterDays: whole({ label: "time between two letters about a lock", unit: "days", min: 1, max: 365 })
  }
}

export type RecoveryPolicy = ValuesOf<typeof recoverySheet>
