/** What a parser makes of a text: its value, or the wording id of what is wrong with it. */
export type Parsed<A, I extends string> = { readonly value: A } | { readonly issue: I }
