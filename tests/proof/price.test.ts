import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import { mtc2020 } from "../../packages/core/src/rule-sets/massachusetts/mtc2020.ts"
import { withIdRanges, withPolicy } from "../../packages/core/src/rule-sets/withPolicy.ts"
import { populationOf } from "../../scripts/price/population.ts"
import { priceOf } from "../../scripts/price/priceOf.ts"
import { steps } from "../../scripts/price/steps.ts"

const root = join(import.meta.dirname, "../..")
const sandbox = withIdRanges(mtc2020, "sandbox")
const [owners, seen] = [populationOf(1, 3000), populationOf(2, 3000)]
const priced = (step: string) => priceOf(withPolicy(sandbox, steps[step]!), owners, seen)
const now = priced("as it is")

test("no figure is worse than the committed one", () => {
  const run = spawnSync(process.execPath, ["--conditions=source", "scripts/price.ts"], { cwd: root, encoding: "utf8" })
  expect(run.status, `${run.stdout}${run.stderr}`).toBe(0)
}, 60_000)

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

test("more tries a year let more strangers in, fewer let fewer in", () => {
  expect(priced("one failure more a year").takeoversPerMillionNumbers).toBeGreaterThanOrEqual(
    now.takeoversPerMillionNumbers
  )
  expect(priced("one failure less a year").takeoversPerMillionNumbers).toBeLessThanOrEqual(
    now.takeoversPerMillionNumbers
  )
})

test("letters only let nearly nobody in, and refuse those whose letter is lost or late", () => {
  const letters = priced("letters only")
  expect(letters.takeoversPerMillionGuesses).toBeLessThan(0.001)
  expect(["D-07b", "R-14a"]).toEqual(expect.arrayContaining(Object.keys(letters.refusedBy)))
  expect(letters.refusedBy["R-14a"]).toBeGreaterThan(0)
})

test("who is refused is refused by a rule, and the shares add up", () => {
  const sum = Object.values(now.refusedBy).reduce((all, share) => all + share, 0)
  expect(Math.abs(sum - now.ownersRefused)).toBeLessThan(0.0001)
})
