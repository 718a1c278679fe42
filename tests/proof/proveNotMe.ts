import { DateTime } from "effect"
import { decideNotMe } from "../../packages/core/src/access/notMeRules.ts"
import type { NotMeFacts, NotMePower } from "../../packages/core/src/access/notMeRules.ts"
import type { Evidence } from "../../packages/core/src/verification/claimKinds.ts"
import type { OwnAccess, TaxpayerAccess } from "../../packages/core/src/access/TaxpayerAccess.ts"
import { casesOf } from "../../packages/core/src/engine/prove.ts"
import { decideNotMeCode } from "../../packages/core/src/recovery/enterNotMeCode.ts"
import type { FreezeFacts } from "../../packages/core/src/recovery/Freezes.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { ProofLine } from "./ProofLine.ts"
import { counted } from "./proveRequests.ts"

const channels = ["post", "former-post", "email", "e-message", "form"] as const
const flag = [true, false]

/** I25 over everything that the power of a "this was not me" is decided on. `decide` is another where the proof is to fail. */
export const proveNotMePower = (decide: (facts: NotMeFacts) => NotMePower = decideNotMe): ProofLine =>
  counted(
    "I25",
    "a code that reached a logon on an amount, a bare mailbox or the form freezes nothing, and no code freezes a logon on a letter",
    (holds) => {
      const space = {
        channel: channels,
        receiver: ["amount", "letter", "gone", null],
        named: ["amount", "letter", null],
        letterStands: flag
      }
      for (const facts of casesOf(space as never) as Generator<NotMeFacts>) {
        const { channel, letterStands, named, receiver } = facts
        const power = decide(facts)
        const byPost = channel === "post" || channel === "former-post"
        const mayFreeze =
          named === "amount" && (channel === "post" || (receiver === "letter" && !byPost && channel !== "form"))
        const mayContest = byPost || (named === "amount" && !letterStands)
        const is =
          (power !== "freeze" || mayFreeze) &&
          (power !== "contest" || mayContest) &&
          (power !== "staff-contest" || channel === "former-post") &&
          (named !== null || power === "record")
        holds(is, () => `${JSON.stringify(facts)}: ${power}`)
      }
    }
  )

const now = DateTime.makeUnsafe("2020-11-20T18:55:15Z")
const evidence = ["amount", "lineItem", "letterId"] as const
const states = ["reserved", "effective", "suspended"] as const

/** I25 over what a code does to everybody of a taxpayer: two logons, each in every standing, under every contest. */
export const proveNotMeCode = (ruleSet: StateRuleSet): ProofLine =>
  counted(
    "I25",
    "a code suspends only the access that it names, suspends access on a letter only into a contest, and leaves at most one Master Administrator",
    (holds) => {
      const rules = { ...ruleSet, pin: { id: ruleSet.id, hash: "" } }
      const space = {
        first: evidence,
        second: evidence,
        firstState: states,
        secondState: states,
        master: ["first", "second", "none"],
        channel: channels.filter((channel) => channel !== "form"),
        receiverId: ["first", null],
        part: ["logon", "password", "two-step"],
        endedBy: ["letter", "staff", null],
        codeState: ["open", "used"]
      }
      interface Case {
        readonly first: Evidence
        readonly second: Evidence
        readonly firstState: OwnAccess["state"]
        readonly secondState: OwnAccess["state"]
        readonly master: string
        readonly channel: FreezeFacts["code"]["channel"]
        readonly receiverId: string | null
        readonly part: FreezeFacts["code"]["part"]
        readonly endedBy: "letter" | "staff" | null
        readonly codeState: "open" | "used"
      }
      for (const one of casesOf(space as never) as Generator<Case>) {
        const access = (logonId: "first" | "second", proof: Evidence, state: OwnAccess["state"]): OwnAccess => ({
          grantId: logonId,
          logonId,
          role: one.master === logonId ? "MasterAdministrator" : "TaxAdministrator",
          evidence: proof,
          state
        })
        const known: TaxpayerAccess = {
          accesses: [access("first", one.first, one.firstState), access("second", one.second, one.secondState)],
          contest: one.endedBy === null ? null : { openSince: now, endedBy: one.endedBy }
        }
        const isChange = one.part !== "logon"
        const code: FreezeFacts["code"] = {
          state: one.codeState,
          expiresAt: DateTime.add(now, { days: 1 }),
          part: one.part,
          logonId: "second",
          grantId: isChange ? null : "second",
          channel: one.channel,
          receiverId: isChange ? "second" : one.receiverId
        }
        const facts = {
          code,
          status: "active" as const,
          accesses: [{ ...known, key: "taxpayer", letterRowId: "letter" }]
        }
        const { accesses, freezes } = decideNotMeCode(facts, rules, now)
        const [change] = accesses
        const suspends = change?.suspends ?? null
        const isContest = known.contest !== null || (change?.contest ?? null) !== null
        const named = known.accesses[1]!
        const receiver = code.receiverId === "first" && one.firstState !== "suspended" ? one.first : null
        const byPost = one.channel === "post"
        const left = known.accesses.filter(({ grantId, state }) => state !== "suspended" && grantId !== suspends)
        const masters = left.filter(
          ({ grantId, role }) => role === "MasterAdministrator" || grantId === (change?.promotes ?? null)
        )
        const is =
          (suspends === null || suspends === "second") &&
          (suspends === null || isChange || named.evidence !== "letterId") &&
          (suspends === null || named.evidence !== "letterId" || named.role !== "MasterAdministrator" || isContest) &&
          (isChange || !freezes || byPost || receiver === "letterId") &&
          masters.length <= 1
        holds(is, () => `${JSON.stringify(one)}: ${JSON.stringify(accesses)}`)
      }
    }
  )
