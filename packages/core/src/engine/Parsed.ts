/** The result of parsing a text: its value, or the wording id of the problem. */
export type Parsed<A, I extends string> = { readonly value: A } | { readonly issue: I }
