/** The rule set that something is decided by for good: its id and the hash of what it says. */
export interface RuleSetPin {
  readonly id: string
  /** SHA-256, hex, of what the rule set says (policy, rules, order). */
  readonly hash: string
}
