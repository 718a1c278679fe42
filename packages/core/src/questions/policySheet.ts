import { accessSheet } from "../access/accessSheet.ts"
import { credentialSheet } from "../logon/credentialSheet.ts"
import { sessionSheet } from "../login/sessionSheet.ts"
import { text, whole } from "../policy/PolicyEntry.ts"
import { entriesOf } from "../policy/PolicySheet.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"
import { profileSheet } from "../profile/profileSheet.ts"
import { recoverySheet } from "../recovery/recoverySheet.ts"
import { twoStepSheet } from "../two-step/twoStepSheet.ts"
import { verificationSheet } from "../verification/verificationSheet.ts"

/** Every policy value, in parts: its name, its unit, and what it can be. Other values cannot be loaded. */
export const policySheet = {
  ...verificationSheet,
  ...credentialSheet,
  ...accessSheet,
  ...twoStepSheet,
  ...sessionSheet,
  ...profileSheet,
  ...recoverySheet,
  /** Where people get help. @rule D-21 */
  contacts: {
    phone: text({
      label: "the phone number for help",
      pattern: /^[\d ()+-]{7,20}$/u,
      description: "a phone number, like 617-555-0100"
    }),
    tollFree: text({
      label: "the toll-free number",
      pattern: /^[\d ()+-]{7,20}$/u,
      description: "a phone number, like 617-555-0100"
    }),
    hours: text({
      label: "the business hours",
      pattern: /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+$/u,
      description: "the id of a sentence, like contact.hours"
    }),
    mailFrom: text({
      label: "the address that every e-mail comes from",
      pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
      description: "an e-mail address"
    })
  },
  /** How long records are kept; what has ended, from its end. @rule D-42 */
  retention: {
    draftIdleMinutes: whole({ label: "idle time that ends a draft", unit: "minutes", min: 1, max: 1440 }),
    draftHours: whole({ label: "longest draft", unit: "hours", min: 1, max: 168 }),
    attemptYears: whole({ label: "how long attempts are kept", unit: "years", min: 1, max: 20 }),
    decisionYears: whole({ label: "how long the decision log is kept", unit: "years", min: 1, max: 20 }),
    auditYears: whole({ label: "how long the audit trail is kept", unit: "years", min: 1, max: 50 }),
    ticketHours: whole({ label: "how long an ended ticket is kept", unit: "hours", min: 1, max: 168 }),
    sessionDays: whole({ label: "how long an ended session is kept", unit: "days", min: 1, max: 365 }),
    noticeDays: whole({ label: "how long a notice is kept", unit: "days", min: 1, max: 365 }),
    linkDays: whole({ label: "how long an ended mailed link is kept", unit: "days", min: 1, max: 365 })
  }
}

/** All the values of a rule set, as plain JSON. A rule, a use case or a screen reads each one. */
export type PolicyInForce = ValuesOf<typeof policySheet>

export type ContactsPolicy = PolicyInForce["contacts"]
export type RetentionPolicy = PolicyInForce["retention"]

/** Every policy value by path: `"logon.pin.digits"`. */
export const policyEntries = entriesOf(policySheet)
