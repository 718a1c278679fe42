/** The values that sessions and log-ins live by. */
export interface SessionPolicy {
  readonly session: {
    /** Minutes without a call after which a session is over. NIST SP 800-63B-4 2.2: at most an hour. */
    readonly idleMinutes: number
    /** Hours after log-in at which it is over in any case. NIST SP 800-63B-4 2.2: at most a day. */
    readonly totalHours: number
    /** Minutes for which a typed password is enough for a sensitive change; then it is asked again. OWASP ASVS 5.0, 7.5.1. */
    readonly passwordAgainMinutes: number
  }
  readonly logIn: {
    /** Wrong passwords for one username from one network, in `windowMinutes`, that close it to that network until the window is over. NIST SP 800-63B-4 3.2.2. */
    readonly maxFailures: number
    readonly windowMinutes: number
  }
}
