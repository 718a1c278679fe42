import { ask } from "../../packages/core/src/engine/ask.ts"
import { casesOf } from "../../packages/core/src/engine/prove.ts"
import type { Question, Rule } from "../../packages/core/src/engine/Rule.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { ProofLine } from "./ProofLine.ts"
import { factsUnder, few } from "./space.ts"

type Facts = { readonly all: Readonly<Record<string, boolean>> }

const factNames = ["l1", "l2", "f1", "f2", "r1", "r2", "w1", "w2"]

/** A question of two rules a list, each with a fact of its own: everything that the fold can meet. */
const foldQuestion = (): Question<Facts, {}, true> => {
  const rule = (name: string): Rule<Facts, {}> => ({
    id: name,
    title: name,
    cites: [{ decision: "D-01" }],
    reads: [`all.${name}`],
    check: ({ all }) => all[name] === true,
    message: "",
    remedies: [""]
  })
  const entry = (name: string) => ({
    label: name,
    field: null,
    secret: false,
    of: ({ all }: Facts) => all[name],
    show: String
  })
  const [l1, l2, f1, f2, r1, r2, w1, w2] = factNames.map(rule) as unknown as ReadonlyArray<Rule<Facts, {}>>
  return {
    id: "fold",
    lockedUnless: [l1!, l2!],
    referredUnless: [f1!, f2!],
    refusedUnless: [r1!, r2!],
    warnedUnless: [w1!, w2!],
    reads: [],
    grants: () => true,
    secretAnswer: { message: "", remedies: [""] },
    sheet: Object.fromEntries(factNames.map((name) => [`all.${name}`, entry(name)]))
  } as Question<Facts, {}, true>
}

/** The fold over findings: every state of eight rules, and every fact that can become known in it. */
const proveFold = (): ProofLine => {
  const asked = ask(foldQuestion(), {})
  const values: Readonly<Record<string, ReadonlyArray<boolean | undefined>>> = Object.fromEntries(
    factNames.map((name) => [name, [undefined, true, false]])
  )
  let cases = 0
  let counterExample: ReadonlyArray<string> | undefined
  for (const state of casesOf(values as never) as Generator<Record<string, boolean | undefined>>) {
    const { _tag: before } = asked.evaluate({ all: state } as never).decision
    for (const name of factNames.filter((each) => state[each] === undefined)) {
      for (const value of [true, false]) {
        cases += 1
        const { _tag: after } = asked.evaluate({ all: { ...state, [name]: value } } as never).decision
        if (before !== "NeedsFacts" && after !== before) {
          counterExample ??= [`with ${JSON.stringify(state)} it is ${before}; with ${name} ${value} it is ${after}`]
        }
      }
    }
  }
  return {
    id: "I15",
    claim: "the fold of findings: one more known fact never changes the decision",
    cases,
    ...(counterExample && { counterExample })
  }
}

/** The request's question: in every case of the coarser space, each fact hidden in turn. */
const proveHidden = ({ ask: { logonRequest }, id, policy }: StateRuleSet): ProofLine => {
  const factsOf = factsUnder(policy)
  const { evaluate, slots } = logonRequest
  let cases = 0
  let counterExample: ReadonlyArray<string> | undefined
  for (const c of casesOf(few)) {
    const facts = factsOf(c)
    const whole = evaluate(facts)
    for (const { path } of slots) {
      cases += 1
      const [subject = "", name = ""] = path.split(".")
      const part = { ...(facts as unknown as Record<string, Record<string, unknown>>)[subject], [name]: undefined }
      const less = evaluate({ ...facts, [subject]: part } as never)
      const isSettled = less.decision._tag !== "NeedsFacts" && less.decision._tag !== whole.decision._tag
      const turned = less.findings.find(
        ({ outcome }, i) => outcome !== "pending" && outcome !== whole.findings[i]!.outcome
      )
      if (isSettled || turned !== undefined) {
        counterExample ??= [
          `under ${id}, with ${path} hidden, in ${JSON.stringify(c)}:`,
          `  ${turned?.rule.id ?? "the decision"} changes when it becomes known`
        ]
      }
    }
  }
  return {
    id: "I15",
    claim: "a request: a newly known fact never turns a pass into a fail or back, and never changes a decision",
    cases,
    ...(counterExample && { counterExample })
  }
}

/** I15, the knowledge: rules by hiding each fact, the fold by every state that it can meet. */
export const proveKnowledge = (ruleSets: ReadonlyArray<StateRuleSet>): ReadonlyArray<ProofLine> => [
  proveFold(),
  ...ruleSets.map(proveHidden)
]
