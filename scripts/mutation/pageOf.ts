import { basename } from "node:path"
import type { MutationSummary } from "./summaryOf.ts"

const cell = (text: string): string => `\`${text.replaceAll("|", "\\|").replaceAll("`", "'")}\``

/** The page `docs/rules/mutation.md`. */
export const pageOf = ({ files, goal, noticed, of, score, survivors }: MutationSummary): string => {
  const lines = [
    "# Mutation tests of the rules",
    "",
    "`npx --yes pnpm@12.21.0 mutate` writes this file from [its figures](mutation.json). A test fails if a rule file has changed since, or if the score is below the goal.",
    "",
    "`mutate` breaks the check of every rule in every way that Stryker knows, and runs the quick tests of the rules against each: the tables of the modules, the oracle of plain loops, the vectors, the register, the rule-set files and the reference.",
    "",
    `Goal: ${goal} %; each file as it was last broken: **${score} %** (${noticed.toLocaleString("en")} of ${of.toLocaleString("en")} noticed).`,
    "",
    "The score does not count changes to what is made once, when a file is loaded: ids, titles, citations, messages and the order of rules. The register, the reference and the vectors are committed, and tests compare them letter for letter.",
    "",
    "| file | noticed | of |",
    "|---|---|---|",
    ...Object.entries(files).map(
      ([file, { noticed, of }]) => `| ${file.replace("packages/core/src/", "")} | ${noticed} | ${of} |`
    ),
    "",
    "## What survives, and why nothing is wrong with that",
    "",
    "| where | line | became | why |",
    "|---|---|---|---|",
    ...survivors.map(
      ({ became, code, file, line, why }) =>
        `| ${basename(file, ".ts")} | ${cell(line)} | ${cell(code)} -> ${cell(became)} | ${why ?? "**not explained**"} |`
    ),
    ""
  ]
  return lines.join("\n")
}
