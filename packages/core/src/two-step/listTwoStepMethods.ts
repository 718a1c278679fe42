import { DateTime, Effect } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { adviceOf } from "../engine/explain.ts"
import { RecoveryCodes } from "./RecoveryCodes.ts"
import { TwoStepMethods } from "./TwoStepMethods.ts"
import type { TwoStepMethodsView } from "./TwoStepMethodView.ts"

/** The ways of a logon, in clear, each with what would be better: the standard's objections are advice, never a refusal. @rule D-14 */
export const listTwoStepMethods = Effect.fn("listTwoStepMethods")(function* (logonId: string) {
  const { ask } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  const methods = yield* (yield* TwoStepMethods).list(logonId)
  const works = methods.filter(({ confirmed }) => confirmed).length
  const { question, rows } = ask.twoStepMethod
  const view: TwoStepMethodsView = {
    methods: methods.map(({ confirmed, id, kind, target }) => {
      const facts = { method: { kind, confirmed, others: works - (confirmed ? 1 : 0) } }
      const { findings } = ask.twoStepMethod.evaluate(facts)
      return {
        id,
        kind,
        confirmed,
        ...(target !== null && { target }),
        advice: rows.flatMap(({ rule, tag }, at) => {
          if (!confirmed || tag !== "Warned" || findings[at]?.outcome !== "fail") return []
          const { message, remedies } = adviceOf({ ...ask.twoStepMethod, question }, rule)
          return [{ messageId: message, remedies }]
        })
      }
    }),
    recoveryCodesLeft: yield* (yield* RecoveryCodes).left(logonId)
  }
  return view
})
