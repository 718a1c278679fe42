import { readFileSync } from "node:fs"
import { policyEntries } from "../packages/core/src/questions/policySheet.ts"
import type { PolicyInForce } from "../packages/core/src/questions/policySheet.ts"
import { questionIds } from "../packages/core/src/questions/questionIds.ts"
import { questions } from "../packages/core/src/questions/questions.ts"
import type { Asked } from "../packages/core/src/engine/ask.ts"
import type { Citation } from "../packages/core/src/engine/Citation.ts"
import { isSecret } from "../packages/core/src/engine/explain.ts"
import type { Question, Rule } from "../packages/core/src/engine/Rule.ts"
import { canonical } from "../packages/core/src/engine/RuleSet.ts"
import { policyValues } from "../packages/core/src/rule-sets/policyValues.ts"
import { rulesOf, rulesOfQuestion } from "../packages/core/src/rule-sets/rulesOf.ts"
import { ruleSets } from "../packages/core/src/rule-sets/ruleSets.ts"
import { statements } from "../packages/core/src/rule-sets/statements.ts"
import type { Vector, VectorFile } from "../packages/core/src/testing/Vector.ts"
import { en } from "../packages/core/src/wording/locales/en.ts"

type AnyQuestion = Question<never, never, unknown>
type AnyRule = Rule<never, never>

const say = (id: string): string => (en as Readonly<Record<string, string>>)[id] ?? id
const json = (value: unknown): string => (value === undefined ? "none" : JSON.stringify(value))

const cited = (cite: Citation): string => {
  if ("decision" in cite) return `[${cite.decision}](../decisions.md)`
  if ("line" in cite) return `seed line ${cite.line}: "${cite.quote}"`
  return `[${cite.source}](${cite.url})${cite.quote === undefined ? "" : `: "${cite.quote}"`}`
}

/** Notes every path of the policy that is read. */
const watched = (policy: object, read: Set<string>, path = ""): object =>
  new Proxy(policy, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof name === "symbol") return value
      const at = path === "" ? name : `${path}.${name}`
      if (Object.hasOwn(policyEntries, at)) read.add(at)
      return typeof value === "object" && value !== null && !Array.isArray(value) ? watched(value, read, at) : value
    }
  })

const vectorsOf = (): VectorFile =>
  JSON.parse(readFileSync(new URL("../packages/core/vectors.json", import.meta.url), "utf8")) as VectorFile

/** The policy values that a rule reads, in the cases of the vectors. */
const valuesRead = (rule: AnyRule, vectors: ReadonlyArray<Vector>, policy: PolicyInForce): ReadonlyArray<string> => {
  const read = new Set<string>()
  const seen = watched(policy, read) as never
  rule.inForce?.(seen)
  for (const { expected, facts } of vectors) {
    const found = expected.findings.find(([id]) => id === rule.id)
    if (found?.[1] === "pass" || found?.[1] === "fail") rule.check(facts as never, seen)
  }
  rule.params?.(seen)
  return [...read].toSorted()
}

const isLong = (value: unknown): boolean => json(value).length > 90

const valueRows = (paths: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (paths.length === 0) return ["No policy value: the same in every rule set.", ""]
  const values = ruleSets.map((ruleSet) => policyValues(ruleSet))
  return [
    `| value | unit | ${ruleSets.map(({ id }) => id).join(" | ")} |`,
    `|---|---|${ruleSets.map(() => "---|").join("")}`,
    ...paths.map((path) => {
      const cells = values.map((of) => {
        const { source, value } = of[path]!
        return `${isLong(value) ? "see the file of the rule set" : `\`${json(value)}\``} (${source})`
      })
      return `| ${policyEntries[path]!.label} \`${path}\` | ${policyEntries[path]!.unit} | ${cells.join(" | ")} |`
    }),
    ""
  ]
}

const inForceIn = (rule: AnyRule): string => {
  const on = ruleSets.filter(({ ask }) =>
    Object.values(ask as unknown as Readonly<Record<string, Asked<never, never, unknown>>>).some(({ rows }) =>
      rows.some((row) => row.rule === rule)
    )
  )
  return on.length === ruleSets.length ? "every rule set" : on.map(({ id }) => id).join(", ")
}

const paramsOf = (rule: AnyRule): string =>
  rule.params === undefined
    ? ""
    : ` (${ruleSets.map(({ id, policy }) => `${id}: ${canonical(rule.params!(policy as never))}`).join("; ")})`

const exampleOf = (rule: AnyRule, vectors: ReadonlyArray<Vector>): ReadonlyArray<string> => {
  const mine = vectors.filter(({ expected }) => expected.decision.rule === rule.id)
  const failing = vectors.filter(({ expected }) =>
    expected.findings.some(([id, outcome]) => id === rule.id && outcome === "fail")
  )
  const [example] = (mine.length > 0 ? mine : failing).toSorted((a, b) => json(a.facts).length - json(b.facts).length)
  if (example === undefined) return []
  const { expected, facts, question, ruleSet } = example
  return [
    `Says no under \`${ruleSet}\` (numbers that are never issued) to the question \`${question}\` with:`,
    "",
    "```json",
    JSON.stringify({ question, ruleSet, facts, rule: rule.id, decision: expected.decision }),
    "```",
    ""
  ]
}

const ruleSection = (rule: AnyRule, asking: ReadonlyArray<AnyQuestion>, file: VectorFile): string => {
  const [question] = asking
  const ids = new Set(asking.map(({ id }) => id))
  const vectors = file.vectors.filter((vector) => ids.has(vector.question))
  const policies = ruleSets.map(({ policy }) => policy)
  const paths = [...new Set(policies.flatMap((policy) => valuesRead(rule, vectors, policy)))].toSorted()
  const reads = rule.reads.map(
    (path) => `${question!.sheet[path]!.label} (\`${path}\`${question!.sheet[path]!.secret ? ", secret" : ""})`
  )
  const when = rule.when
  return [
    `### ${rule.id} ${rule.title}`,
    "",
    `- Source: ${rule.cites.map(cited).join(" · ")}`,
    ...(rule.formerIds === undefined ? [] : [`- Was once: ${rule.formerIds.join(", ")}`]),
    `- Asked by: ${asking.map(({ id }) => `\`${id}\``).join(", ")}; in force in ${inForceIn(rule)}`,
    `- Reads: ${reads.join(", ")}`,
    ...(rule.asks === undefined
      ? []
      : [
          `- Works out, once for all its rules: ${rule.asks.fact.label} (\`${rule.asks.fact.id}\`, ${rule.asks.fact.cites.map(cited).join(" · ")})`
        ]),
    ...(when === undefined
      ? []
      : [`- Applies when \`${when.path}\` ${when.is ? "is" : "is not"} \`${json(when.value)}\``]),
    isSecret(rule, question!)
      ? `- Secret: nobody outside learns that it failed. The answer is "${say(question!.secretAnswer.message)}"`
      : `- Says: "${say(rule.message)}"${paramsOf(rule)}`,
    `- What to do next: ${rule.remedies.map((id) => `"${say(id)}"`).join(" · ")}`,
    "",
    ...valueRows(paths),
    ...exampleOf(rule, vectors)
  ].join("\n")
}

const questionSection = (name: string, question: AnyQuestion, file: VectorFile): string => {
  const grants = new Set(
    file.vectors
      .filter((vector) => vector.question === question.id && vector.expected.decision._tag === "Accepted")
      .map(({ expected }) => canonical(expected.decision.grant))
  )
  const lists = [
    ["locked unless", question.lockedUnless],
    ["referred unless", question.referredUnless],
    ["refused unless", question.refusedUnless],
    ["warned unless", question.warnedUnless]
  ] as const
  return [
    `### \`${question.id}\``,
    "",
    `In code \`ask.${name}\`.`,
    "",
    ...lists.flatMap(([said, rules = []]) =>
      rules.length === 0 ? [] : [`- ${said}: ${rules.map(({ id }) => id).join(", ")}`]
    ),
    `- then granted: ${[...grants].toSorted().slice(0, 4).join(" · ")}${grants.size > 4 ? " and the like" : ""}`,
    `- for every secret reason: "${say(question.secretAnswer.message)}", then ${question.secretAnswer.remedies.map((id) => `"${say(id)}"`).join(" · ")}`,
    ""
  ].join("\n")
}

/** The reference of all rules as Markdown, from the rules, the rule sets and the vectors. */
export const referenceOf = (): string => {
  const file = vectorsOf()
  const all = Object.values<AnyQuestion>(questions)
  const rules = rulesOf(questions).toSorted((a, b) => b.id.charCodeAt(0) - a.id.charCodeAt(0) || (a.id < b.id ? -1 : 1))
  const names = Object.entries(questionIds)
  return [
    "# The rules",
    "",
    "Made from the rules by `npx --yes pnpm@12.21.0 reference`; a change by hand is undone. Every example is run by a test.",
    "",
    `Rule sets: ${ruleSets.map(({ effective, id, version }) => `[${id}](${id}.json) version ${version}, from ${effective.from}`).join(" · ")}. Where the source contradicts itself: [conflicts](conflicts.md).`,
    "",
    "## Questions",
    "",
    ...names.map(([, name]) => questionSection(name, questions[name], file)),
    "## Rules that are checks",
    "",
    ...rules.map((rule) =>
      ruleSection(
        rule,
        all.filter((question) => rulesOfQuestion(question).includes(rule)),
        file
      )
    ),
    "## Sentences of the source that a test holds",
    "",
    ...statements.map(
      ({ cites, heldBy, id, title }) => `- **${id}** ${title}. ${cites.map(cited).join(" · ")}. Test: "${heldBy}"`
    ),
    ""
  ].join("\n")
}
