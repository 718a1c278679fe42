import { ask } from "../engine/ask.ts"
import type { Asked } from "../engine/ask.ts"
import { over } from "../engine/Rule.ts"
import type { FactSheet } from "../engine/Rule.ts"
import { verificationFacts } from "./verificationFacts.ts"
import type { VerificationFacts } from "./verificationFacts.ts"
import { idIsWellFormed } from "./verificationRules.ts"
import type { VerificationPolicy } from "./verificationSheet.ts"

/** The facts of a claim that says the number twice. */
type Facts = Omit<VerificationFacts, "claim"> & {
  readonly claim: VerificationFacts["claim"] & { readonly confirmId: string }
}

const facts: FactSheet<Facts> = {
  ...verificationFacts,
  "claim.confirmId": {
    ...verificationFacts["claim.id"],
    label: "the ID typed again",
    field: "confirmId",
    of: ({ claim }) => claim.confirmId
  }
}

const { rule } = over<Facts, VerificationPolicy>(facts)

const idIsConfirmed = rule({
  id: "R-05",
  title: "The ID is typed twice alike",
  cites: [{ source: "seed", line: 89, quote: "Confirm ID: *  Required" }],
  reads: ["claim.id", "claim.confirmId"],
  check: ({ claim }) => claim.id === claim.confirmId,
  message: "issue.ids-differ",
  remedies: ["remedy.check-id"]
})

/**
 * Returns the question as it was asked while the number typed again was a fact: for decisions on record alone.
 *
 * **Details**
 *
 * R-05 stands where it stood, after the form of the number, so that a replay gives the same bytes.
 *
 * @adr 0050
 */
export const askedWithConfirmedId = <P extends VerificationPolicy, A>({
  policy,
  question
}: Asked<VerificationFacts, P, A>): Asked<Facts, P, A> =>
  ask(
    {
      ...question,
      sheet: facts,
      refusedUnless: question.refusedUnless.flatMap((each) =>
        each.id === idIsWellFormed.id ? [each, idIsConfirmed] : [each]
      )
    },
    policy
  )
