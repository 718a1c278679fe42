/** Rows that cost what their base costs, by rule set, each with the reason: any other such row is a step that is not measured. */
export const unmoved: Readonly<Record<string, Readonly<Record<string, string>>>> = {}
