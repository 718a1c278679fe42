// What everybody is told of one decision, and what would settle an open one.
import { explain, missing, sealed } from "@mtc-logon/core/engine"
import { inForce, withIdRanges } from "@mtc-logon/core/rule-sets"
import { peopleAt } from "@mtc-logon/core/testing"

const { ask } = withIdRanges(inForce("mtc-2020", "2020-11-20"), "sandbox")
const [larry] = peopleAt("2020-11-20")

const claim = {
  taxpayerType: "individual",
  idType: "SSN",
  id: larry.id,
  confirmId: larry.id,
  accountType: "personal-income-tax",
  kind: "taxReturnAmount",
  amount: 12_345,
  letterId: null
}
const attempts = { amountFailures: 0, amountFailuresInYear: 0, letterFailures: 0 }

// A page has the claim; what is on file is sealed to it.
const inAPage = { claim, attempts, record: sealed }
console.log(ask.verification.evaluate(inAPage).decision._tag, missing(ask.verification, inAPage)[0].facts.join(", "))

const { partner, staff, taxpayer } = explain(ask.verification, {
  claim,
  attempts,
  record: { returns: larry.returns, letters: [], today: "2020-11-20" }
})
console.log("the person:", taxpayer[0].message, taxpayer[0].remedies.join(", "))
console.log("the partner:", partner.code)
for (const { outcome, read, rule, title } of staff.filter(({ outcome }) => outcome === "fail")) {
  console.log("staff:", outcome, rule, title, read.map(({ label, shown }) => `${label}: ${shown}`).join(", "))
}
