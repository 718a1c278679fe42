import { createHash } from "node:crypto"
import { questions } from "../../packages/core/src/questions/questions.ts"
import type { Decision, Evaluation } from "../../packages/core/src/engine/ask.ts"
import { adviceOf, explainToPartner, explainToStaff, isSecret } from "../../packages/core/src/engine/explain.ts"
import { prove } from "../../packages/core/src/engine/prove.ts"
import type { Space } from "../../packages/core/src/engine/prove.ts"
import { sealed } from "../../packages/core/src/engine/Rule.ts"
import { canonical } from "../../packages/core/src/engine/RuleSet.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { Role } from "../../packages/core/src/access/Role.ts"
import type { ProofLine } from "./ProofLine.ts"
import { factsUnder } from "./space.ts"
import type { Case, SpaceFacts } from "./space.ts"

interface Seen {
  readonly facts: SpaceFacts
  readonly fast: Decision<Role>
  readonly whole: Evaluation<Role>
}

const saysOf = (decision: Decision<Role>): string => {
  if ("rule" in decision) return `${decision._tag} ${decision.rule.id}`
  return decision._tag === "Accepted" ? `${decision.grant.role} ${decision.grant.scope}` : decision._tag
}

/** Whether the attempts of a case close its kind of evidence. */
const isLocked = ({ attempts, kind }: Case): boolean =>
  kind === "letterId" ? attempts === "lettersUsed" : attempts === "amountsUsed" || attempts === "yearUsed"

/** Whether an amount of the case is one that counts. */
const isInWindow = ({ amount }: Case): boolean => amount === "first" || amount === "third"

/**
 * Proves what holds of a whole logon request over a space, and takes the fingerprint of all its answers.
 *
 * **Details**
 *
 * The fingerprint is SHA-256, hex, over decision, rule and the outcome of every rule, case by case.
 */
export const proveRequest = (
  { ask: { logonRequest: asked }, id, policy }: StateRuleSet,
  space: Space<Case>
): { readonly lines: ReadonlyArray<ProofLine>; readonly fingerprint: string } => {
  const factsOf = factsUnder(policy)
  const seenOf = (c: Case): Seen => {
    const facts = factsOf(c)
    return { facts, fast: asked.decide(facts), whole: asked.evaluate(facts) }
  }
  const { secretAnswer } = questions.logonRequest
  const oneAnswer = canonical({ ...secretAnswer, params: {} })
  const ruleHolds = new Map<unknown, boolean>()
  /** What must hold of a rule that says no, looked at once a rule. */
  const ruleIs = (decision: Decision<Role>, holds: (rule: never) => boolean, of: string): boolean => {
    if (!("rule" in decision)) return true
    const key = `${of} ${decision.rule.id}`
    const known = ruleHolds.get(key)
    if (known !== undefined) return known
    const now = holds(decision.rule as never)
    ruleHolds.set(key, now)
    return now
  }

  const accepted = (seen: Seen) => seen.fast._tag === "Accepted"
  const claims: Readonly<Record<string, (c: Case, seen: Seen) => boolean>> = {
    "I1 accepted only with a number that is known, and evidence that counts": (c, seen) =>
      !accepted(seen) ||
      (c.idFormat === "good" && c.known && c.filed && (c.kind === "letterId" ? c.letter === "live" : isInWindow(c))),
    "I1 evidence is of a kind that the account type takes, from an ID type that is offered it": (c, seen) =>
      !accepted(seen) ||
      (policy.accountTypes[c.accountType].claimKinds.includes(c.kind) &&
        policy.accountTypes[c.accountType].idTypes.includes(c.idType) &&
        (c.taxpayerType === "business") === (c.idType === "FEIN")),
    "I1 whoever has all of that is accepted": (c, seen) =>
      accepted(seen) ||
      !(
        c.idFormat === "good" &&
        c.known &&
        c.filed &&
        c.terms === "accepted" &&
        !isLocked(c) &&
        policy.accountTypes[c.accountType].claimKinds.includes(c.kind) &&
        policy.accountTypes[c.accountType].idTypes.includes(c.idType) &&
        (c.taxpayerType === "business") === (c.idType === "FEIN") &&
        (c.kind === "letterId" ? c.letter === "live" : isInWindow(c))
      ),
    "I2 an amount of zero or less is never accepted": (c, seen) =>
      c.kind === "letterId" || c.amount !== "none" || !accepted(seen),
    "I3 where a Master Administrator exists: Tax Administrator of the verified account only": (c, { fast }) =>
      fast._tag !== "Accepted" ||
      !c.masterExists ||
      (fast.grant.role === "TaxAdministrator" && fast.grant.scope === c.accountType),
    "I4 where none exists: Master Administrator": (c, { fast }) =>
      fast._tag !== "Accepted" || c.masterExists || fast.grant.role === "MasterAdministrator",
    "I5 being a tax professional changes nothing": (c, { facts, fast }) =>
      !c.taxProfessional ||
      saysOf(asked.decide({ ...facts, access: { ...facts.access, taxProfessional: false } })) === saysOf(fast),
    "I6 one answer for every secret cause": (_, { facts, fast, whole }) =>
      ruleIs(
        fast,
        (rule) =>
          !isSecret(rule, asked.question) ||
          (canonical(adviceOf(asked, rule)) === oneAnswer &&
            explainToPartner(asked, facts).code === secretAnswer.message &&
            whole.decision._tag === "Refused"),
        "I6"
      ),
    "I7 neither the fourth return, nor one under review, nor another account type's ever matches": (c, seen) =>
      c.kind === "letterId" || isInWindow(c) || !accepted(seen),
    "I8 never accepted without the terms in force": (c, seen) => c.terms === "accepted" || !accepted(seen),
    "I13 each no has a remedy": (_, { fast }) =>
      ruleIs(fast, (rule) => adviceOf(asked, rule).remedies.length > 0, "I13"),
    "I17 the fast answer is the one of all findings together": (_, { fast, whole }) =>
      saysOf(fast) === saysOf(whole.decision),
    "I18 what is locked is locked without a look at the record, and nothing else is": (c, { facts, fast }) =>
      isLocked(c) ? asked.evaluate({ ...facts, record: sealed }).decision._tag === "Locked" : fast._tag !== "Locked",
    "I21 each no names a rule with a citation": (_, { fast }) =>
      ruleIs(fast, ({ cites }: { readonly cites: ReadonlyArray<unknown> }) => cites.length > 0, "I21")
  }

  const digest = createHash("sha256")
  let batch = ""
  const seen = (c: Case): Seen => {
    const now = seenOf(c)
    batch += saysOf(now.whole.decision)
    for (const { outcome } of now.whole.findings) batch += outcome[0]!
    if (batch.length > 65_536) {
      digest.update(batch)
      batch = ""
    }
    return now
  }
  const { broken, cases } = prove(space, claims, seen)
  digest.update(batch)

  const lines = Object.keys(claims).map((claim): ProofLine => {
    const [head = ""] = claim.split(" ", 1)
    const found = broken.find((its) => its.claim === claim)
    const line = { id: head, claim: claim.slice(head.length + 1), cases }
    if (found === undefined) return line
    const whole = {
      ...Object.fromEntries(Object.entries(space).map(([name, [first]]) => [name, first])),
      ...found.example
    }
    const { facts, fast } = seenOf(whole as unknown as Case)
    const counterExample = [
      `under ${id}, whatever the rest, when`,
      ...Object.entries(found.example).map(([name, value]) => `  ${name.padEnd(14)} is ${String(value)}`),
      `the decision is ${saysOf(fast)}:`,
      ...explainToStaff(asked, facts).map((said) => `  ${said}`)
    ]
    return { ...line, counterExample }
  })
  return { lines, fingerprint: digest.digest("hex") }
}
