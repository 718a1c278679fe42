import * as Schema from "effect/Schema"

/** A text that becomes `Redacted` as soon as the body is read: no log and no error shows it. */
export const secretText = (
  annotations: { readonly description?: string; readonly examples?: readonly [string] } = {}
) => Schema.RedactedFromValue(Schema.String.annotate(annotations))
