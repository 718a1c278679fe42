// Runs commands one after the other with a line each; stops at the first that fails and says how to repeat it.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { delimiter, join } from "node:path"

export const root = join(import.meta.dirname, "..")

/** Our environment with the workspace's programs, its Node among them, first on the PATH. */
export const environment = {
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1"
}

/** Prints what `--help` asks for and ends, when it is asked. */
export const helpOrGoOn = (text) => {
  if (!process.argv.slice(2).some((argument) => argument === "--help" || argument === "-h")) return
  console.log(text.trim())
  process.exit(0)
}

/** What was written behind the script's name, without pnpm's `--`. */
export const given = process.argv.slice(2).filter((argument, index) => !(index === 0 && argument === "--"))

/** Starts a program of the workspace in the root folder. */
export const start = (command, options = {}) =>
  spawn(command[0], command.slice(1), {
    cwd: root,
    env: environment,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options
  })

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs one command and keeps its output back; `quiet: false` lets it print as it goes. */
const run = async (command, quiet) => {
  const child = start(command, { stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit" })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text))
  child.once("error", (error) => (output += `${error.message}\n`))
  const [code] = await Promise.race([once(child, "close"), once(child, "error").then(() => [1])])
  return { code: code ?? 1, output }
}

/**
 * Runs `{ name, command, quiet?, skip? }` in order. `skip` is a reason not to run it.
 * Resolves when all went well; otherwise prints and ends the process with the code of the one that failed.
 */
export const runParts = async (parts) => {
  const all = performance.now()
  for (const { name, command, quiet = true, skip } of parts) {
    if (skip !== undefined) {
      console.log(`-  ${name.padEnd(22)} ${skip}`)
      continue
    }
    const since = performance.now()
    if (!quiet) console.log(`>  ${name}: ${command.join(" ")}`)
    const { code, output } = await run(command, quiet)
    if (code !== 0) {
      console.log(output)
      console.log(
        `X  ${name.padEnd(22)} ${seconds(since)}\n\nRepeat it with: npx --yes pnpm@12.21.0 exec ${command.join(" ")}`
      )
      process.exit(code)
    }
    console.log(`ok ${name.padEnd(22)} ${seconds(since)}`)
  }
  console.log(`ok ${"all".padEnd(22)} ${seconds(all)}`)
}
