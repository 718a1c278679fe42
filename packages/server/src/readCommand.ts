import { parseArgs } from "node:util"
import { commands } from "./commands.ts"
import type { Command, CommandName } from "./commands.ts"
import { settingsHelp } from "./ServerConfig.ts"

/** What the command line asks for: a command with what stood behind it, a text to read, or nothing that there is. */
export type AskedCommand =
  | { readonly command: CommandName; readonly flags: ReadonlyArray<string> }
  | { readonly command: "help"; readonly text: string }
  | { readonly command: "none"; readonly problem: string }

const program = "mtc-logon-server"
const names = Object.keys(commands) as ReadonlyArray<CommandName>
const isName = (word: string): word is CommandName => Object.hasOwn(commands, word)
const callOf = (name: CommandName) => [name, commands[name].takes].join(" ").trim()
const indented = (lines: ReadonlyArray<string>) => lines.map((line) => `    ${line}\n`).join("")

const wholeHelp = () =>
  `${program} <command>

Commands
${names.map((name) => `  ${callOf(name)}\n${indented(commands[name].does)}`).join("")}  <command> --help
    Shows what one command takes and does.

Settings (environment)
${settingsHelp()}`

const helpOf = (name: CommandName) =>
  `${program} ${callOf(name)}\n\n${indented(commands[name].does)}\nSettings: ${program} --help`

/** How many letters must be added, left out or changed to make one word of the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [to, each] of [...other].entries())
      next.push(Math.min(next[to]! + 1, row[to + 1]! + 1, row[to]! + (each === letter ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

const nearest = (word: string, known: ReadonlyArray<string>): string =>
  known.toSorted((one, other) => distance(word, one) - distance(word, other))[0]!

/** What was typed, cut short: a problem is a line. */
const short = (word: string) => word.slice(0, 40)

/** What is wrong with what stands behind a command; a value is never said. */
const problemOf = (name: CommandName, args: ReadonlyArray<string>): string | undefined => {
  const { flags, mostWords }: Command = commands[name]
  const options = Object.fromEntries(
    Object.entries(flags).map(([flag, kind]) => [flag, { type: kind === "value" ? "string" : "boolean" } as const])
  )
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  for (const token of tokens) {
    if (token.kind !== "option") continue
    const kind = flags[token.name]
    if (kind === undefined || token.rawName !== `--${token.name}`) {
      const known =
        Object.keys(flags).length === 0 && distance(token.name, "help") > 2 ? [] : [...Object.keys(flags), "help"]
      const right = known.length === 0 ? "Its only flag is --help" : `Did you mean --${nearest(token.name, known)}?`
      return `${name} has no flag ${short(token.rawName)}. ${right}`
    }
    if (kind === "alone" && token.value !== undefined) return `${token.rawName} takes no value`
    if (kind === "value" && (token.value ?? "") === "") return `${token.rawName} needs a value`
  }
  if (positionals.length > mostWords) return `Too many words after ${name}. See: ${program} ${name} --help`
  return undefined
}

/** Reads the command line. A flag that there is not is refused, and the nearest that there is named, before anything is done. */
export const readCommand = ([first = "--help", ...rest]: ReadonlyArray<string>): AskedCommand => {
  const isHelp = (word: string) => word === "--help" || word === "-h"
  const [second = ""] = rest
  if (isHelp(first) || first === "help") return { command: "help", text: isName(second) ? helpOf(second) : wholeHelp() }
  if (!isName(first)) {
    const list = `Commands: ${names.join(", ")}. See: ${program} --help`
    return {
      command: "none",
      problem: `Unknown command ${JSON.stringify(short(first))}. Did you mean ${nearest(first, names)}? ${list}`
    }
  }
  if (rest.some(isHelp)) return { command: "help", text: helpOf(first) }
  const problem = problemOf(first, rest)
  return problem === undefined ? { command: first, flags: rest } : { command: "none", problem }
}
