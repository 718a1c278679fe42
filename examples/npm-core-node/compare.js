// Two rule sets, one question: no Effect needed.
import { adviceOf, diff, whatIf } from "@mtc-logon/core/engine"
import { inForce } from "@mtc-logon/core/rule-sets"

const today = inForce("mtc-2020", "2026-11-24")
const strict = inForce("nist-800-63b-4", "2026-11-24")

for (const { id, ask } of [today, strict]) {
  const text = "Bay4State"
  const typed = { text, confirm: text, username: "good.elmo", blocklisted: false }
  const decision = ask.password.decide({ password: typed })
  const { message, params } =
    decision._tag === "Refused" ? adviceOf(ask.password, decision.rule) : { message: "fine", params: {} }
  console.log(`${id}: ${decision._tag}, ${message} ${JSON.stringify(params)}`)
}

const passwords = ["Bay4State", "correct horse battery staple", "Abc1"].map((text) => ({
  password: { text, confirm: text, username: "good.elmo", blocklisted: false }
}))
for (const [change, { count }] of whatIf(today.ask.password, strict.ask.password, passwords))
  console.log(`${count} x ${change}`)

console.log(diff(today.policy.verification, strict.policy.verification, "verification").join("\n"))
