/**
 * The rules that a house may switch off in a file: advice and choices of ours.
 *
 * **Gotchas**
 *
 * No rule of the source is here, and none on which identity rests.
 */
export const switchableRules: ReadonlyArray<string> = ["D-17", "D-18c", "D-19c", "D-20a", "D-20b"]
