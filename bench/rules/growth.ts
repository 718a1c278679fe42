// How a decision's time grows with the number of rules: prints {rules: ns} as JSON.
import { ask, over } from "@mtc-logon/core/engine"

interface Facts {
  readonly text: { readonly value: string }
}

const { question, rule } = over<Facts, {}>({
  "text.value": { label: "a text", field: null, secret: false, of: ({ text }) => text.value, show: String }
})
const rules = Array.from({ length: 64 }, (_, at) =>
  rule({
    id: `X-${at}`,
    title: `Rule ${at}`,
    cites: [{ decision: "D-01" }],
    reads: ["text.value"],
    check: ({ text }) => text.value.charCodeAt(at % 8) !== at,
    message: "",
    remedies: [""]
  })
)
const cpu = (): number => {
  const { system, user } = process.cpuUsage()
  return (user + system) * 1000
}
const facts: ReadonlyArray<Facts> = Array.from({ length: 64 }, (_, at) => ({ text: { value: `a text of ${at}` } }))
const timeOf = (count: number): number => {
  const asked = ask(
    question({
      id: `of-${count}`,
      refusedUnless: rules.slice(0, count),
      reads: [],
      grants: () => true,
      secretAnswer: { message: "", remedies: [""] }
    }),
    {}
  )
  let last: unknown
  const pass = () => {
    for (let n = 0; n < 2000; n++) for (const one of facts) last = asked.decide(one)
  }
  pass()
  pass()
  const samples = Array.from({ length: 7 }, () => {
    const since = cpu()
    pass()
    return (cpu() - since) / (2000 * facts.length)
  }).toSorted((a, b) => a - b)
  return last === undefined ? 0 : samples[3]!
}
console.log(JSON.stringify(Object.fromEntries([8, 16, 32, 64].map((count) => [count, timeOf(count)]))))
