import * as Schema from "effect/Schema"
import { sealedJson } from "../secrets/sealedJson.ts"

/** The profile of a logon as it is sealed in its row. */
export const ProfileJson = Schema.Struct({
  name: Schema.String,
  phoneCountry: Schema.String,
  phoneType: Schema.Literals(["cell", "home", "work"]),
  phoneNumber: Schema.String,
  email: Schema.String
})

export const sealedProfile = sealedJson(ProfileJson)
