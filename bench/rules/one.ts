// One contestant and one mix in a process of its own: prints nanoseconds of CPU time a decision, as JSON.
import { byHand } from "./byHand.ts"
import { mixes } from "./cases.ts"
import type { Mix } from "./cases.ts"
import { contestants } from "./contestants.ts"
import { credentialsByHand, credentialsByRules, typed } from "./credentials.ts"

const [name = "", mix = "mixed"] = process.argv.slice(2)

const isCredentials = name.startsWith("credentials")
const cases: ReadonlyArray<never> = (isCredentials ? typed[mix] : mixes[mix as Mix]) as never
const contestant = isCredentials
  ? {
      run: (name.endsWith("by hand") ? credentialsByHand : credentialsByRules) as (facts: never) => unknown,
      said: (answer: never) => answer as string
    }
  : await contestants[name]!()
const { run, said } = contestant as { run: (facts: never) => unknown; said: (answer: never) => string }
const reference = (isCredentials ? credentialsByHand : byHand) as (facts: never) => string

let disagrees = 0
const everyCase = (isCredentials
  ? Object.values(typed)
  : Object.values(mixes)
).flat() as unknown as ReadonlyArray<never>
for (const one of everyCase) {
  if (said((await run(one)) as never) !== reference(one)) disagrees += 1
}

const isAsync = run(cases[0]!) instanceof Promise
const cpu = (): number => {
  const { system, user } = process.cpuUsage()
  return (user + system) * 1000
}
let last: unknown
const pass = async (times: number): Promise<void> => {
  if (isAsync) for (let n = 0; n < times; n++) for (const one of cases) last = await run(one)
  else for (let n = 0; n < times; n++) for (const one of cases) last = run(one)
}
let times = 1
for (;;) {
  const since = cpu()
  await pass(times)
  if (cpu() - since > 2e7) break
  times *= 2
}
for (const since = cpu(); cpu() - since < 1.5e8;) await pass(times)
const samples: number[] = []
for (let n = 0; n < 7; n++) {
  const since = cpu()
  await pass(times)
  samples.push((cpu() - since) / (times * cases.length))
}
samples.sort((a, b) => a - b)
console.log(JSON.stringify({ ns: samples[3], disagrees, last: typeof last }))
