// Prints the files of rules that changed since they were last broken, parted by commas: what `mutate -- --changed` looks at.
import { readFileSync } from "node:fs"
import { changedFiles } from "./summaryOf.ts"

const summary = new URL("../../docs/rules/mutation.json", import.meta.url)
process.stdout.write(changedFiles(JSON.parse(readFileSync(summary, "utf8")) as never).join(","))
