/**
 * The rules that a file can switch off: our own advice and choices.
 *
 * **Gotchas**
 *
 * The list has no rule of the source, and none that identity depends on.
 */
export const switchableRules: ReadonlyArray<string> = ["D-17", "D-18c", "D-19c", "D-20a", "D-20b"]
