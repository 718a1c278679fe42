import { whole } from "../policy/PolicyEntry.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"

/**
 * The values that sessions and log-ins live by.
 *
 * **Details**
 *
 * NIST SP 800-63B-4, 2.2: idle at most an hour, a day in all; 3.2.2: at most 100 wrong passwords in a row. WCAG 2.2.1: a
 * warning of twenty seconds at least. ASVS 5.0, 7.5.1: the password again before a change. `maxFailures` counts the wrong
 * passwords for one username from one network.
 */
export const sessionSheet = {
  session: {
    idleMinutes: whole({ label: "idle time that ends a session", unit: "minutes", min: 1, max: 60 }),
    totalHours: whole({ label: "longest session", unit: "hours", min: 1, max: 24 }),
    warnSeconds: whole({ label: "warning before the idle end", unit: "seconds", min: 20, max: 600 }),
    passwordAgainMinutes: whole({
      label: "how long a typed password allows changes",
      unit: "minutes",
      min: 1,
      max: 60
    })
  },
  logIn: {
    maxFailuresInARow: whole({
      label: "wrong passwords in a row that close a password",
      unit: "failures",
      min: 10,
      max: 100
    }),
    maxFailures: whole({ label: "wrong passwords that close a username", unit: "failures", min: 1, max: 100 }),
    windowMinutes: whole({ label: "window of wrong passwords", unit: "minutes", min: 1, max: 1440 })
  }
}

export type SessionPolicy = ValuesOf<typeof sessionSheet>
