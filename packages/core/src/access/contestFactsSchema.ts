import * as Schema from "effect/Schema"
import { evidences } from "../verification/claimKinds.ts"

const evidence = Schema.Literals(evidences)
const moment = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 })))

/** The facts of `contest`, as JSON has them. */
export const contestFactsSchema = Schema.Struct({
  contest: Schema.Struct({
    evidence,
    letterStands: Schema.Boolean,
    openedAt: moment,
    staffOnly: Schema.Boolean,
    letterMailedAt: moment
  })
})

/** The facts of `granting`, as JSON has them. */
export const grantingFactsSchema = Schema.Struct({
  granting: Schema.Struct({
    evidence,
    contestOpen: Schema.Boolean,
    letterCodeEntered: Schema.Boolean,
    effectiveDays: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 }))
  })
})
