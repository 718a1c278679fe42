/** The values that recovery and letters live by. @rule D-47 */
export interface RecoveryPolicy {
  readonly recovery: {
    /** Minutes in which the link of a forgotten password is good. */
    readonly linkMinutes: number
    /** Wrong answers that end one link. */
    readonly maxWrongAnswers: number
    /** Wrong answers of a logon, over all its links, that close recovery until the window is over. */
    readonly maxWrongAnswersInWindow: number
    readonly windowHours: number
    /** Links of one logon in an hour; more are not mailed, and nobody is told. */
    readonly maxLinksPerHour: number
  }
  readonly letters: {
    /** Days for which a letter goes to the address before as well, once the address has changed. @rule D-26 */
    readonly formerAddressDays: number
    /** Days between two letters about a lock. @rule D-30 */
    readonly lockLetterDays: number
  }
}
