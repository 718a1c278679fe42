const groups: ReadonlySet<string> = new Set([
  "taxpayerType",
  "idType",
  "verificationType",
  "amountKind",
  "phoneType",
  "taxProfessional",
  "what"
])

/** The id of a field's element; for a group that of the fieldset. */
export const fieldId = (field: string): string => `mtc-${field}`

/** The id of what takes the focus for a field: a group's first option. */
export const targetId = (field: string): string => (groups.has(field) ? `mtc-${field}-0` : fieldId(field))
