import * as Schema from "effect/Schema"
import "effect/schema/SchemaJITCompiler/enable"
import { factsSchemas } from "@mtc-logon/core/questions"
import { askUnder, questions } from "@mtc-logon/core/questions/rules"
import { ruleSets, withPolicy } from "@mtc-logon/core/rule-sets"
import { Result } from "effect"
import { safeParse } from "valibot"
import { byHand } from "./byHand.ts"
import type { Facts } from "./cases.ts"
import { readByHand } from "./readByHand.ts"
import { zenDecision } from "./zenDecision.ts"
import { jsonRules } from "./jsonRules.ts"
import { valibotFacts } from "./valibotFacts.ts"
import { zodFacts } from "./zodFacts.ts"

/** Somebody who answers the question of `mtc-2020`: `Accepted`, or the id of the rule that says no. */
export interface Contestant {
  readonly run: (facts: Facts) => unknown
  readonly said: (answer: never) => string
}

const [mtc2020] = ruleSets
const { verification } = mtc2020!.ask
const asIs = (answer: string) => answer
const saidOf = (decision: { readonly _tag: string; readonly rule?: { readonly id: string } }) =>
  decision.rule?.id ?? decision._tag

const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    withPolicy(mtc2020!, (policy) => ({ ...policy, retention: { ...policy.retention, auditYears: 7 + at } }))
  )

/** Each by its name; made when it is its turn, so that no other is in its process. */
export const contestants: Readonly<Record<string, () => Contestant | Promise<Contestant>>> = {
  "hand-written": () => ({ run: byHand, said: asIs as never }),
  decide: () => ({ run: (facts) => verification.decide(facts), said: saidOf as never }),
  "all findings": () => ({
    run: (facts) => verification.evaluate(facts),
    said: (({ decision }: { decision: never }) => saidOf(decision)) as never
  }),
  "decide, 50 rule sets loaded": () => {
    const loaded = many(50)
    for (const { ask } of loaded) void ask.verification.slots
    return { run: (facts) => verification.decide(facts), said: saidOf as never }
  },
  "hand-written, with a hand-written reader": () => ({
    run: (body) => {
      const facts = readByHand(body)
      return facts === null ? "malformed" : byHand(facts)
    },
    said: asIs as never
  }),
  "schema and decide": () => {
    const decode = Schema.decodeUnknownResult(factsSchemas.verification)
    const { verification } = askUnder(questions)(mtc2020!.policy)
    return {
      run: (body) => {
        const facts = decode(body)
        return Result.isSuccess(facts) ? verification.decide(facts.success) : { _tag: "malformed" }
      },
      said: saidOf as never
    }
  },
  "zod and code": () => ({
    run: (body) => {
      const facts = zodFacts.safeParse(body)
      return facts.success ? byHand(facts.data) : "malformed"
    },
    said: asIs as never
  }),
  "valibot and code": () => ({
    run: (body) => {
      const facts = safeParse(valibotFacts, body)
      return facts.success ? byHand(facts.output) : "malformed"
    },
    said: asIs as never
  }),
  "json-rules-engine": () => ({ run: jsonRules(), said: asIs as never }),
  "zen-engine": async () => ({ run: await zenDecision(), said: asIs as never })
}
