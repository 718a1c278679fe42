import * as Schema from "effect/Schema"
import { list, whole } from "../policy/PolicyEntry.ts"
import type { PolicyEntry } from "../policy/PolicyEntry.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"
import { twoStepKinds } from "../logon/Logon.ts"

const trustedDevice = {
  label: "how long a device is trusted, how many of them, for how many logons, and how long a replaced token is taken",
  unit: "days, devices, logons and seconds",
  description:
    '"off", or lifetimeDays from 1 to 365, maxDevices from 1 to 100, maxLogons from 1 to 20 and graceSeconds from 0 to 600',
  schema: Schema.Union([
    Schema.Literal("off"),
    Schema.Struct({
      lifetimeDays: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 365 })),
      /** Of one logon; the oldest makes room for the next. */
      maxDevices: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 })),
      /** Logons that one browser can be trusted for. */
      maxLogons: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 20 })),
      /** How long the token before the newest is still taken: two tabs may log in at once. */
      graceSeconds: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 600 }))
    })
  ])
} satisfies PolicyEntry

/**
 * The values that the two-step rules read.
 *
 * **Details**
 *
 * The kinds are in the order of the screen. A code of an app (RFC 6238) is as long as `code.digits`, one each step.
 *
 * @rule R-31 @rule D-14 @rule D-15 @rule D-49
 */
export const twoStepSheet = {
  twoStep: {
    kinds: list({ label: "the two-step methods", of: twoStepKinds, min: 1 }),
    code: {
      digits: whole({ label: "digits of a security code", unit: "digits", min: 6, max: 10 }),
      lifetimeMinutes: whole({ label: "how long a code is valid", unit: "minutes", min: 1, max: 60 }),
      maxTries: whole({ label: "wrong tries that a code allows", unit: "tries", min: 1, max: 20 }),
      maxFailuresInARow: whole({
        label: "wrong codes in a row that lock a logon",
        unit: "failures",
        min: 1,
        max: 100
      }),
      lockMinutes: whole({ label: "how long that lock lasts", unit: "minutes", min: 1, max: 1440 }),
      resend: {
        cooldownSeconds: whole({
          label: "time before the next code",
          unit: "seconds",
          min: 0,
          max: 3600
        }),
        per15Minutes: whole({ label: "codes in 15 minutes", unit: "codes", min: 1, max: 100 }),
        perDay: whole({ label: "codes in a day", unit: "codes", min: 1, max: 1000 })
      }
    },
    app: {
      stepSeconds: whole({ label: "how long an app shows a code", unit: "seconds", min: 15, max: 120 }),
      toleranceSteps: whole({
        label: "codes of an app before and after now that are taken",
        unit: "codes",
        min: 0,
        max: 5
      })
    },
    passkey: {
      lifetimeMinutes: whole({
        label: "how long a passkey may take to sign",
        unit: "minutes",
        min: 1,
        max: 10
      })
    },
    recoveryCode: {
      count: whole({ label: "recovery codes made at once", unit: "codes", min: 1, max: 50 }),
      characters: whole({
        label: "length of a recovery code, five bits each",
        unit: "characters",
        min: 13,
        max: 32
      })
    },
    trustedDevice
  }
}

export type TwoStepPolicy = ValuesOf<typeof twoStepSheet>
