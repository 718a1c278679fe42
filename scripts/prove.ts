/**
 * Proves the invariants of the rules over their whole input space: a line each, with its number of cases.
 *
 *   node --conditions=source scripts/prove.ts            exits 1 where one is broken, or a rule set answers otherwise than pinned
 *   node --conditions=source scripts/prove.ts --pin      writes tests/proof/fingerprints.json: what the rule sets answer now, and
 *                                                        docs/rules/proof.json: what was proved, over how many cases
 */
import { readFileSync, writeFileSync } from "node:fs"
import { proveAll } from "../tests/proof/proveAll.ts"

const provedFile = new URL("../docs/rules/proof.json", import.meta.url)
const file = new URL("../tests/proof/fingerprints.json", import.meta.url)

if (process.argv.includes("--help")) {
  console.log(`usage: npx --yes pnpm@12.21.0 prove [-- --pin]

Proves the invariants of both rule sets over the whole abstract input space, and over all orders in which people can act.
Prints one line for each, with its number of cases. If an invariant is broken, prints a case that breaks it and exits with 1.

  --pin   run it after an intended change of rules: writes what the rule sets decide to tests/proof/fingerprints.json,
          and what was proved to docs/rules/proof.json`)
} else {
  const since = performance.now()
  const { fingerprints, lines } = await proveAll()
  const broken = lines.filter(({ counterExample }) => counterExample !== undefined)
  for (const { cases, claim, counterExample, id } of lines) {
    console.log(
      `${counterExample === undefined ? "ok" : "X "} ${id.padEnd(4)} ${cases.toLocaleString("en").padStart(10)} cases  ${claim}`
    )
    for (const said of counterExample ?? []) console.log(`     ${said}`)
  }

  const total = lines.reduce((sum, { cases }) => sum + cases, 0)
  const invariants = lines.map(({ cases, claim, id }) => ({ id, claim, cases }))
  const proved = `${JSON.stringify({ cases: total, invariants }, null, 2)}\n`
  if (process.argv.includes("--pin")) {
    writeFileSync(file, `${JSON.stringify(fingerprints, null, 2)}\n`)
    writeFileSync(provedFile, proved)
    console.log("tests/proof/fingerprints.json and docs/rules/proof.json are written.")
  }
  const pinned = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>
  const changed = Object.keys({ ...pinned, ...fingerprints }).filter((id) => pinned[id] !== fingerprints[id])
  for (const id of changed) {
    console.log(`
X  ${id} does not answer as it did: its fingerprint is ${fingerprints[id] ?? "gone"}, pinned is ${pinned[id] ?? "none"}.
   If you did not mean to change what the rules decide, look at what you changed in packages/core/src. If you did, say so in
   a changeset, then pin it: npx --yes pnpm@12.21.0 prove --pin`)
  }
  const isSaid = readFileSync(provedFile, "utf8") === proved
  if (!isSaid)
    console.log(
      "X  docs/rules/proof.json does not match this proof. To write it: npx --yes pnpm@12.21.0 prove -- --pin"
    )
  console.log(
    `${lines.length - broken.length} of ${lines.length} hold; ${total.toLocaleString("en")} cases in ${((performance.now() - since) / 1000).toFixed(1)} s`
  )
  process.exitCode = isSaid && broken.length + changed.length === 0 ? 0 : 1
}
