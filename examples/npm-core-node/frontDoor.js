// The front door, in an Effect program: anything in, a decision or the paths of what is no fact out.
import { decide } from "@mtc-logon/core/decisions"
import { RuleSets } from "@mtc-logon/core/questions"
import { hashOf } from "@mtc-logon/core/engine"
import { loadRuleSet, ruleSets, ruleSetToFile } from "@mtc-logon/core/rule-sets"
import { Effect, Layer, Result } from "effect"

// A Department changes a number in its own file: no release, no code.
const file = structuredClone(ruleSetToFile([ruleSets[0]]))
file.versions[0].values["logon.username.minCodePoints"] = {
  value: 6,
  unit: "characters",
  source: "a decision of the Department"
}
const [ours] = Result.getOrThrow(loadRuleSet(JSON.stringify(file)))

const rules = Layer.succeed(
  RuleSets,
  RuleSets.of({
    inForce: () => Effect.promise(async () => ({ ...ours, pin: { id: ours.id, hash: await hashOf(ours) } }))
  })
)

const ask = (facts) =>
  decide("username", facts).pipe(
    Effect.match({
      onSuccess: (decision) => (decision._tag === "Refused" ? `Refused by ${decision.rule.id}` : decision._tag),
      onFailure: ({ issues }) => issues.map(({ code, path }) => `${path} ${code}`).join(", ")
    }),
    Effect.provide(rules)
  )

console.log(await Effect.runPromise(ask({ username: { text: "elmo", ownNumber: null, taken: false } })))
console.log(await Effect.runPromise(ask({ username: { text: "good.elmo" } })))
console.log(await Effect.runPromise(ask({ username: { text: 7, colour: "red" } })))

file.versions[0].values["logon.username.minCodePoints"].unit = "letters"
const wrong = loadRuleSet(file)
console.log(Result.isFailure(wrong) ? wrong.failure.problems[0].description : "loaded")
