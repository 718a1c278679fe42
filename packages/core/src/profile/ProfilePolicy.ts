/** The values that changes of a profile live by. */
export interface ProfilePolicy {
  readonly profile: {
    /** Hours in which the link to a new e-mail address is good. NIST SP 800-63A-4: at most a day. */
    readonly emailLinkHours: number
    /** Days in which "this was not me" undoes a change. @rule D-26 */
    readonly notMeDays: number
  }
}
