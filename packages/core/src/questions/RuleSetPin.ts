/** The rule set that something is pinned to: its id and the hash of its content. */
export interface RuleSetPin {
  readonly id: string
  /** SHA-256, in hex, of the content of the rule set (policy, rules, order). */
  readonly hash: string
}
