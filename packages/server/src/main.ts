#!/usr/bin/env node
import { nodeProblem } from "./nodeProblem.ts"

// Imported only by a Node that can: an older one would fail at a line of ours or of a package, in words that help nobody.
const problem = nodeProblem(process.versions.node)
if (problem === undefined) {
  const { runCommand } = await import("./runCommand.ts")
  await runCommand(process.argv.slice(2))
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
