import type { ContactsPolicy } from "../../questions/policySheet.ts"

/**
 * Where people get help.
 *
 * **Details**
 *
 * Seed lines 121 and 375 (phones, hours), 372 (sender). Line 95 has another number, 617-897-6367: a misprint, since MDOR on
 * a keypad is 6367 and mass.gov has 617-887-MDOR.
 *
 * @rule D-21 @rule R-13
 */
export const contacts: ContactsPolicy = {
  phone: "617-887-6367",
  tollFree: "800-392-6089",
  hours: "contact.hours",
  mailFrom: "MTCNoReply@dor.state.ma.us"
}
