import * as Schema from "effect/Schema"
import { schemaOf } from "../engine/schemaOf.ts"
import type { ActivityView } from "./Activities.ts"
import type { ChangedProfileView, ProfileView } from "./ProfileView.ts"

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
export const profileViewSchema = schemaOf<ProfileView>()("ProfileView", Schema.Struct(profile))

/** A profile after a change, as JSON has it. */
export const changedProfileViewSchema = schemaOf<ChangedProfileView>()(
  "ChangedProfileView",
  Schema.Struct({
    ...profile,
    emailLinkSent: Schema.optionalKey(
      Schema.Literal(true).annotate({ description: "The server sent a link to the new address." })
    )
  })
)

/** What was done with a number, as JSON has it. */
export const activityViewSchema = schemaOf<ActivityView>()(
  "ActivityView",
  Schema.Struct({
    messageId: Schema.String.annotate({ description: "Wording id." }),
    params: Schema.Record(Schema.String, Schema.String),
    at: Schema.String.annotate({ format: "date-time" })
  })
)
