import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import { mtc2020 } from "../../packages/core/src/rule-sets/massachusetts/mtc2020.ts"
import { ruleSets } from "../../packages/core/src/rule-sets/ruleSets.ts"
import { withIdRanges, withPolicy } from "../../packages/core/src/rule-sets/withPolicy.ts"
import { populationOf } from "../../scripts/price/population.ts"
import { priceOf } from "../../scripts/price/priceOf.ts"
import { differences, unmeasured } from "../../scripts/price/differences.ts"
import { asItIs, policiesOf } from "../../scripts/price/steps.ts"

const root = join(import.meta.dirname, "../..")
const sandbox = withIdRanges(mtc2020, "sandbox")
const [owners, seen] = [populationOf(1, 3000), populationOf(2, 3000)]
const policies = policiesOf(sandbox.policy)
const priced = (step: string) => {
  const { policy } = policies.find(({ name }) => name === step)!
  return priceOf(
    withPolicy(sandbox, () => policy),
    owners,
    seen
  )
}
const now = priced(asItIs)

test("no figure is worse than the committed one", () => {
  const run = spawnSync(process.execPath, ["--conditions=source", "scripts/price.ts"], { cwd: root, encoding: "utf8" })
  expect(run.status, `${run.stdout}${run.stderr}`).toBe(0)
}, 240_000)

test("the population is the same at each run, and another with another seed", () => {
  expect(populationOf(1, 50)).toEqual(populationOf(1, 50))
  expect(populationOf(2, 50)).not.toEqual(populationOf(1, 50))
})

test("a longer window lets more strangers in and refuses fewer owners; a shorter one the other way round", () => {
  const [shorter, longer] = [priced("window one return shorter"), priced("window one return longer")]
  expect(longer.takeoversPerMillionNumbers).toBeGreaterThan(now.takeoversPerMillionNumbers)
  expect(longer.ownersRefused).toBeLessThan(now.ownersRefused)
  expect(shorter.takeoversPerMillionNumbers).toBeLessThan(now.takeoversPerMillionNumbers)
  expect(shorter.ownersRefused).toBeGreaterThan(now.ownersRefused)
})

const numbersOf = (value: unknown, path = "verification"): ReadonlyArray<readonly [string, number]> => {
  if (typeof value === "number") return [[path, value]]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => numbersOf(inner, `${path}.${name}`))
}

test.each(ruleSets.map((ruleSet) => ({ line: ruleSet.id, policy: ruleSet.policy })))(
  "every number of verification is moved down and up, zero only up: $line",
  ({ policy }) => {
    const moved = policiesOf(policy).map((row) => Object.fromEntries(numbersOf(row.policy.verification)))
    const wrong = numbersOf(policy.verification).flatMap(([path, value]) => [
      ...(value === 0 || moved.some((row) => row[path]! < value) ? [] : [`${path} is never less`]),
      ...(moved.some((row) => row[path]! > value) ? [] : [`${path} is never more`])
    ])
    expect(wrong).toEqual([])
  }
)

test("a row that is gone, a row that is not committed and a figure that got worse are wrong; a better one is told", () => {
  const worse = { ...now, ownersRefused: now.ownersRefused + 0.01 }
  const found = differences(
    { line: { gone: now, worse: now, better: worse } },
    { line: { worse, better: now, fresh: now } }
  )
  expect(found.map(({ isWorse, said }) => [said.split(":")[0], isWorse])).toEqual([
    ["line, gone", true],
    ["line, worse", true],
    ["line, better", false],
    ["line, fresh", true]
  ])
})

test("a row that costs what its base costs is wrong", () => {
  const rows = policies.slice(0, 3)
  const [asIs, still, moves] = rows.map(({ name }) => name) as [string, string, string]
  const prices = { [asIs]: now, [still]: now, [moves]: { ...now, ownersRefused: 0 } }
  expect(unmeasured("line", rows, prices)).toEqual([expect.stringContaining(still)])
})

test("a shorter count of wrong amounts lets more strangers in on the first day and no more in a year", () => {
  const shorter = priced("wrong amounts count half as long")
  expect(shorter.takeoversOnTheFirstDay).toBeGreaterThan(now.takeoversOnTheFirstDay)
  expect(shorter.takeoversPerMillionNumbers).toBe(now.takeoversPerMillionNumbers)
})

test("letter tries are counted by the wait of each network, and a letter more alive is a chance more", () => {
  const { takeoversByLetter } = priced("networks wait twice as long")
  expect(takeoversByLetter / now.takeoversByLetter).toBeCloseTo(1 / 2, 2)
  expect(priced("one wrong letter more in the window").takeoversByLetter).toBeGreaterThan(now.takeoversByLetter)
  expect(priced("one wrong letter less in an alarm").takeoversByLetter).toBeLessThan(now.takeoversByLetter)
  expect(priced("letters live twice as long").takeoversByLetter).toBeGreaterThan(now.takeoversByLetter)
  expect(priced("one letter more on request").takeoversByLetter).toBeGreaterThan(now.takeoversByLetter)
  expect(priced("letters on request count half as long").takeoversByLetter).toBeGreaterThan(now.takeoversByLetter)
})

test("three letters in 90 days bound them before the wait between two does: a longer wait costs owners alone", () => {
  const longer = priced("a second letter after twice as long")
  expect(longer.takeoversByLetter).toBe(now.takeoversByLetter)
  expect(longer.ownersWithoutLogon).toBeGreaterThan(now.ownersWithoutLogon)
})

test("fewer letters on request, or a longer count, cost less post", () => {
  expect(priced("one letter less on request").lettersMailed).toBeLessThan(now.lettersMailed)
  expect(priced("letters on request count twice as long").lettersMailed).toBeLessThan(now.lettersMailed)
})

test("owners who open amounts sooner let more strangers in, later fewer", () => {
  const byOpening = (step: string) => priced(step).takeoversWhereOwnersOpen
  expect(byOpening("amounts opened again after half as long")).toBeGreaterThan(now.takeoversWhereOwnersOpen)
  expect(byOpening("amounts opened again after twice as long")).toBeLessThan(now.takeoversWhereOwnersOpen)
  expect(now.takeoversWhereOwnersOpen).toBeGreaterThan(now.takeoversPerMillionNumbers)
})

test("more tries a year let more strangers in, fewer let fewer in", () => {
  expect(priced("one wrong amount more a year").takeoversPerMillionNumbers).toBeGreaterThanOrEqual(
    now.takeoversPerMillionNumbers
  )
  expect(priced("one wrong amount less a year").takeoversPerMillionNumbers).toBeLessThanOrEqual(
    now.takeoversPerMillionNumbers
  )
})

test("letters only let nearly nobody in, and refuse those who have none at hand", () => {
  const letters = priced("letters only")
  expect(letters.takeoversPerMillionGuesses).toBeLessThan(0.001)
  expect(["D-07b", "D-30c", "R-14a", "R-14b"]).toEqual(expect.arrayContaining(Object.keys(letters.refusedBy)))
  expect(letters.refusedBy["R-14a"]).toBeGreaterThan(0)
  expect(letters.ownersWithoutLogon).toBe(letters.ownersRefused)
})

test("who is refused is refused by a rule, and the shares add up", () => {
  const sum = Object.values(now.refusedBy).reduce((all, share) => all + share, 0)
  expect(Math.abs(sum - now.ownersRefused)).toBeLessThan(0.0001)
})
