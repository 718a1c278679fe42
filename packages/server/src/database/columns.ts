import { customType, timestamp } from "drizzle-orm/pg-core"

/** An instant, in milliseconds. Always given as a parameter taken from `Clock`: no `now()` stands in any statement. */
export const instant = () => timestamp({ withTimezone: true, mode: "date", precision: 3 })

/** Ciphertext of `secrets/encrypt`: version of the key, IV, text and tag. */
export const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea"
})
