// The speed of the rules beside what others use: a process each, interleaved, CPU time; agreement is checked first.
import { execFileSync, spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { cpus, loadavg } from "node:os"
import { withFigures, worse } from "./results.ts"
import type { Results, Row } from "./results.ts"

const here = new URL(".", import.meta.url)
const isGate = process.argv.includes("--gate")
const loadPerCore = Number((loadavg()[0]! / cpus().length).toFixed(1))
const rounds = Number(process.argv.find((argument) => argument.startsWith("--rounds="))?.slice(9) ?? 5)

interface Comparison {
  readonly name: string
  readonly who: string
  readonly against: string
  readonly mix: "mixed" | "accepted" | "refused"
  /** `at most`: how many times the other's time. `at least`: how many times faster. */
  readonly goal: { readonly atMost: number } | { readonly atLeast: number } | null
}

const comparisons: ReadonlyArray<Comparison> = [
  ...(["mixed", "accepted", "refused"] as const).flatMap((mix): ReadonlyArray<Comparison> => [
    { name: "typed request to decision", who: "decide", against: "hand-written", mix, goal: { atMost: 1.5 } },
    { name: "with all findings", who: "all findings", against: "hand-written", mix, goal: { atMost: 4 } }
  ]),
  {
    name: "unknown body to decision",
    who: "schema and decide",
    against: "hand-written, with a hand-written reader",
    mix: "mixed",
    goal: { atMost: 1.5 }
  },
  {
    name: "unknown body, faster than zod",
    who: "schema and decide",
    against: "zod and code",
    mix: "mixed",
    goal: { atMost: 1 }
  },
  {
    name: "unknown body, faster than valibot",
    who: "schema and decide",
    against: "valibot and code",
    mix: "mixed",
    goal: { atMost: 1 }
  },
  ...(["mixed", "accepted", "refused"] as const).map((mix): Comparison => ({
    name: "username and password",
    who: "credentials by rules",
    against: "credentials by hand",
    mix,
    goal: { atMost: 2 }
  })),
  {
    name: "faster than json-rules-engine",
    who: "decide",
    against: "json-rules-engine",
    mix: "mixed",
    goal: { atLeast: 1000 }
  },
  { name: "faster than zen-engine", who: "decide", against: "zen-engine", mix: "mixed", goal: null },
  {
    name: "50 rule sets loaded",
    who: "decide, 50 rule sets loaded",
    against: "decide",
    mix: "mixed",
    goal: { atMost: 1.15 }
  }
]

const node = (file: string, args: ReadonlyArray<string>): string => {
  const run = spawnSync(
    process.execPath,
    ["--conditions=source", "--disable-warning=ExperimentalWarning", new URL(file, here).pathname, ...args],
    {
      encoding: "utf8"
    }
  )
  if (run.status !== 0) throw new Error(`${file} ${args.join(" ")}\n${run.stderr.slice(0, 2000)}`)
  return run.stdout
}

const median = (values: ReadonlyArray<number>): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const runs = [...new Set(comparisons.flatMap(({ against, mix, who }) => [`${who}\n${mix}`, `${against}\n${mix}`]))]
const times = new Map<string, number[]>(runs.map((run) => [run, []]))

for (let round = 0; round < rounds; round++) {
  for (const run of runs) {
    const { disagrees, ns } = JSON.parse(node("one.ts", run.split("\n"))) as { ns: number; disagrees: number }
    if (disagrees > 0) throw new Error(`${run}: disagrees in ${disagrees} cases`)
    times.get(run)!.push(ns)
  }
  process.stderr.write(`round ${round + 1} of ${rounds}\n`)
}

const rounded = (value: number, places = 2): number => Number(value.toFixed(places))
const rows: Row[] = comparisons.map(({ against, goal, mix, name, who }) => {
  const mine = times.get(`${who}\n${mix}`)!
  const theirs = times.get(`${against}\n${mix}`)!
  const ratios = mine.map((ns, round) => ns / theirs[round]!)
  const ratio = median(ratios)
  const holds = goal === null ? true : "atMost" in goal ? ratio <= goal.atMost : 1 / ratio >= goal.atLeast
  return {
    name: `${name}, ${mix}`,
    unit: "ns of CPU time",
    median: rounded(median(mine), 1),
    min: rounded(Math.min(...mine), 1),
    max: rounded(Math.max(...mine), 1),
    against: `${against}: ${rounded(median(theirs), 1)} ns`,
    ratio: rounded(ratio, 4),
    ratioMin: rounded(Math.min(...ratios), 4),
    ratioMax: rounded(Math.max(...ratios), 4),
    goal:
      goal === null ? "none" : "atMost" in goal ? `at most ${goal.atMost}x` : `at least ${goal.atLeast} times faster`,
    holds
  }
})

const growth = JSON.parse(node("growth.ts", [])) as Record<string, number>
const perRule = [growth[32]! / 32, growth[64]! / 64]
const straight = perRule[1]! / perRule[0]!
rows.push({
  name: "grows linearly with the rules, 32 to 64",
  unit: "ns of CPU time",
  median: rounded(growth[64]!, 1),
  min: rounded(growth[64]!, 1),
  max: rounded(growth[64]!, 1),
  against: `32 rules: ${rounded(growth[32]!, 1)} ns`,
  ratio: rounded(straight, 4),
  ratioMin: rounded(straight, 4),
  ratioMax: rounded(straight, 4),
  goal: "at most 1.3x a rule",
  holds: straight <= 1.3
})

for (const row of rows) {
  console.log(
    `${row.holds ? "ok" : "X "} ${row.name.padEnd(46)} ${String(row.median).padStart(9)} ns   ${row.ratio}x [${row.ratioMin}-${row.ratioMax}] of ${row.against}   goal ${row.goal}`
  )
}
const file = new URL("../results/rules.json", here)
const page = new URL("../../docs/performance.md", here)
if (isGate) {
  const committed = JSON.parse(readFileSync(file, "utf8")) as Results
  const found = worse(committed.rows, rows)
  for (const said of found) console.log(`X  ${said}`)
  console.log(found.length === 0 ? `No worse than at ${committed.commit}.` : `Worse than at ${committed.commit}.`)
  if (found.length > 0) process.exitCode = 1
} else {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim()
  const machine = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.version}`
  const results: Results = { suite: "rules", commit, machine, rounds, loadPerCore, rows }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(page, withFigures(readFileSync(page, "utf8"), results))
}
