import { parseArgs } from "node:util"
import { keysOf } from "@mtc-logon/core/engine"
import { commands } from "./commands.ts"
import type { Command, CommandName } from "./commands.ts"
import { settingsHelp } from "./ServerConfig.ts"

/** A command as it was asked for. */
export interface Asked {
  readonly command: CommandName
  /** The values of each flag that was given, in order; of one that takes none, no value. */
  readonly flags: ReadonlyMap<string, ReadonlyArray<string>>
  /** The word besides them; empty where the command takes none. */
  readonly word: string
}

/** What the command line asks for: a command, a text to read, or nothing that there is. */
export type AskedCommand =
  | Asked
  | { readonly command: "help"; readonly text: string }
  | { readonly command: "none"; readonly problem: string }

const program = "mtc-logon-server"
const names = keysOf(commands)
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

/** The commands that begin with a word: `keys create`, `keys list`, `keys revoke`. */
const groupOf = (word: string) => names.filter((name) => name.startsWith(`${word} `))

const helpOf = (...of: ReadonlyArray<CommandName>) =>
  `${of.map((name) => `${program} ${callOf(name)}\n\n${indented(commands[name].does)}\n`).join("")}Settings: ${program} --help`

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

const none = (problem: string) => ({ command: "none", problem }) as const

/** Reads what stands behind a command; a value is never repeated in a problem. */
const readAsked = (command: CommandName, args: ReadonlyArray<string>): AskedCommand => {
  const { flags: known, word }: Command = commands[command]
  const options = Object.fromEntries(
    Object.entries(known).map(([flag, kind]) => [flag, { type: kind === "value" ? "string" : "boolean" } as const])
  )
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  const flags = new Map<string, ReadonlyArray<string>>()
  for (const token of tokens) {
    if (token.kind !== "option") continue
    const { name, rawName, value } = token
    const kind = known[name]
    if (kind === undefined || rawName !== `--${name}`) {
      const others =
        Object.keys(known).length === 0 && distance(name, "help") > 2 ? [] : [...Object.keys(known), "help"]
      const right = others.length === 0 ? "Its only flag is --help" : `Did you mean --${nearest(name, others)}?`
      return none(`${command} has no flag ${short(rawName)}. ${right}`)
    }
    if (kind === "alone" && value !== undefined) return none(`${rawName} takes no value`)
    if (kind === "value" && (value ?? "") === "") return none(`${rawName} needs a value`)
    flags.set(name, [...(flags.get(name) ?? []), ...(value === undefined ? [] : [value])])
  }
  const see = `See: ${program} ${command} --help`
  if (positionals.length > (word === undefined ? 0 : 1)) return none(`Too many words after ${command}. ${see}`)
  const [given = ""] = positionals
  return word !== undefined && given === "" ? none(`${command} needs ${word}. ${see}`) : { command, flags, word: given }
}

const isHelp = (word: string) => word === "--help" || word === "-h"

/** A command of two words that was begun with the first: its help, or what is wrong with the second. */
const readGroup = (first: string, [second, ...rest]: ReadonlyArray<string>): AskedCommand => {
  const group = groupOf(first)
  if (second === undefined || [second, ...rest].some(isHelp)) return { command: "help", text: helpOf(...group) }
  const seconds = group.map((name) => name.slice(first.length + 1))
  const right = second.startsWith("-") ? "" : ` Did you mean ${first} ${nearest(second, seconds)}?`
  return none(`Use ${first} with ${seconds.join(", ")}.${right} See: ${program} ${first} --help`)
}

/** Reads the command line. A flag that there is not is refused, and the nearest that there is named, before anything is done. */
export const readCommand = (args: ReadonlyArray<string>): AskedCommand => {
  const [first = "--help", ...rest] = args
  if (isHelp(first) || first === "help") {
    const asked = rest.filter((word) => !word.startsWith("-"))
    const known = isName(asked[0] ?? "") || groupOf(asked[0] ?? "").length > 0
    return known ? readCommand([...asked, "--help"]) : { command: "help", text: wholeHelp() }
  }
  const name = [args.slice(0, 2).join(" "), first].find(isName)
  if (name !== undefined) {
    const behind = args.slice(name.split(" ").length)
    return behind.some(isHelp) ? { command: "help", text: helpOf(name) } : readAsked(name, behind)
  }
  if (groupOf(first).length > 0) return readGroup(first, rest)
  const list = `Commands: ${names.join(", ")}. See: ${program} --help`
  return none(`Unknown command ${JSON.stringify(short(first))}. Did you mean ${nearest(first, names)}? ${list}`)
}
