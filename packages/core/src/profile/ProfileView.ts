import * as Schema from "effect/Schema"

const profile = {
  username: Schema.String.annotate({ description: "The username. It never changes." }),
  name: Schema.String,
  phoneCountry: Schema.String.annotate({ description: "ISO 3166-1 alpha-2.", examples: ["US"] }),
  phoneType: Schema.String.annotate({ description: "cell, home or work." }),
  phoneNumber: Schema.String,
  email: Schema.String,
  locale: Schema.String.annotate({ description: "BCP 47." }),
  secretQuestion: Schema.optionalKey(
    Schema.String.annotate({ description: "ID of the question. Absent if the person chose none." })
  )
}

/** A profile, as JSON has it. */
export const ProfileView = Schema.Struct(profile).annotate({ identifier: "ProfileView" })
export type ProfileView = typeof ProfileView.Type

/** A profile after a change, as JSON has it. */
export const ChangedProfileView = Schema.Struct({
  ...profile,
  emailLinkSent: Schema.optionalKey(
    Schema.Literal(true).annotate({ description: "The server sent a link to the new address." })
  )
}).annotate({ identifier: "ChangedProfileView" })
export type ChangedProfileView = typeof ChangedProfileView.Type

/** What was done with a number, as JSON has it. */
export const ActivityView = Schema.Struct({
  messageId: Schema.String.annotate({ description: "Wording id." }),
  params: Schema.Record(Schema.String, Schema.String),
  at: Schema.String.annotate({ format: "date-time" })
}).annotate({ identifier: "ActivityView" })
export type ActivityView = typeof ActivityView.Type

/** What may be changed in one call, as typed; what is absent stays. */
export interface ProfileTexts {
  readonly name?: string
  readonly phoneCountry?: string
  readonly phoneType?: string
  readonly phoneNumber?: string
  readonly locale?: string
  /** The new address and again: a link goes there, and it counts once that is used. */
  readonly email?: string
  readonly confirmEmail?: string
}

/** What the code of a letter would do, as JSON has it. */
export const LetterCodeView = Schema.Struct({
  needed: Schema.Boolean.annotate({ description: "Whether a letter code would end a current hold." }),
  possible: Schema.Boolean.annotate({
    description:
      "Whether the server accepts a letter code: for a Master Administrator who is not confirmed with a letter, also after the hold, and during a contest."
  }),
  holdDays: Schema.Int.annotate({ description: "Whole days that the hold lasts without a letter code." })
}).annotate({ identifier: "LetterCodeView" })
export type LetterCodeView = typeof LetterCodeView.Type
