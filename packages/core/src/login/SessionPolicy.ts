/** The values that sessions and log-ins live by. */
export interface SessionPolicy {
  readonly session: {
    /** Minutes without a call after which a session is over. NIST SP 800-63B-4 2.2: at most an hour. */
    readonly idleMinutes: number
    /** Hours after log-in at which it is over in any case. NIST SP 800-63B-4 2.2: at most a day. */
    readonly totalHours: number
    /** Seconds before its idle end at which a page warns. WCAG 2.2.1: twenty at least. */
    readonly warnSeconds: number
    /** Minutes for which a password that was typed is good for changes of the logon. ASVS 5.0, 7.5.1. */
    readonly passwordAgainMinutes: number
  }
  readonly logIn: {
    /** Wrong passwords for one username from one network, in `windowMinutes`, that close it to that network until the window is over. NIST SP 800-63B-4 3.2.2. */
    readonly maxFailures: number
    readonly windowMinutes: number
    /** Wrong passwords in a row, from everywhere, that close the password. NIST SP 800-63B-4 3.2.2: at most 100. */
    readonly maxFailuresInARow: number
  }
}
