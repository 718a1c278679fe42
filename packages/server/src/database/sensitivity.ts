import type { Table } from "drizzle-orm"

/**
 * How a column is to be kept.
 *
 * **Details**
 *
 * `open`: tells nothing of a person. `personal`: tells something of a person, kept in clear because the house must search
 * or show it; never logged. `secret`: a keyed digest or a hash; never logged or answered. `sealed`: encrypted.
 */
export type Sensitivity = "open" | "personal" | "secret" | "sealed"

/** A sensitivity for each column of a table: a column without an entry does not compile. */
export type SensitivityOf<T extends Table> = { readonly [C in keyof T["$inferSelect"]]: Sensitivity }
