import { DateTime, Effect } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { adviceOf } from "../engine/explain.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { methodsOf } from "./methodsOf.ts"
import type { TwoStepMethodsView } from "./TwoStepMethodView.ts"

/** Lists the methods of a logon in clear text, each with advice. The standard's objections are advice, never a refusal. @rule D-14 */
export const listTwoStepMethods = Effect.fn("listTwoStepMethods")(function* (logonId: string) {
  const now = yield* DateTime.now
  const { ask } = yield* (yield* RuleSets).inForce(now)
  const logon = yield* findLogon(logonId, now)
  const methods = methodsOf(logon, yield* Keys)
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
    recoveryCodesLeft: logon.recoveryCodes.filter(({ state }) => state === "open").length
  }
  return view
})
