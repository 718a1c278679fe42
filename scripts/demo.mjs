// Builds (cached) and starts the whole thing: the Department's site and a partner's, on an embedded database.
import { once } from "node:events"
import { join } from "node:path"
import { environment, given, helpOrGoOn, root, start } from "./runParts.mjs"

helpOrGoOn(`
usage: npx --yes pnpm@12.21.0 demo [-- --reset]     start the demo from built packages
       npx --yes pnpm@12.21.0 dev  [-- --reset]     start it from the sources and start again when they change

Department http://localhost:8787, partner http://127.0.0.1:4100. Press Ctrl-C to stop.

  --reset   delete the stored data (DATA_DIR, default .data) and start over`)

const unknown = given.find((argument) => !["--", "--watch", "--reset"].includes(argument))
if (unknown !== undefined) {
  console.error(`The only flag is --reset, not ${unknown}. See: npx --yes pnpm@12.21.0 demo -- --help`)
  process.exit(1)
}
const watch = given.includes("--watch")
// The demo resets by itself: it looks first whether another process works on the data.
const reset = given.filter((argument) => argument === "--reset")

const since = performance.now()
const elapsed = () => `${((performance.now() - since) / 1000).toFixed(0)} s`

/** Builds with turbo; a line every few seconds shows that it is alive. */
const build = async () => {
  console.log("building (the first time takes a minute, later it is cached) ...")
  const beat = setInterval(() => console.log(`building ... ${elapsed()}`), 4000)
  const [code] = await once(
    start(["turbo", "run", "build", "--filter=@mtc-logon/demo", "--output-logs=errors-only"], {
      stdio: ["ignore", "pipe", "inherit"]
    }).on("spawn", function () {
      // turbo's own lines matter only when something fails
      this.stdout.setEncoding("utf8").on("data", (text) => (output += text))
    }),
    "close"
  )
  clearInterval(beat)
  if (code !== 0) {
    console.error(output)
    console.error("The build failed. Repeat it with: npx --yes pnpm@12.21.0 build")
    process.exit(code ?? 1)
  }
  console.log(`built in ${elapsed()}; starting ...`)
}
let output = ""

await build()

if (watch && reset.length > 0) {
  // Once, and not again whenever a source changes.
  const [code] = await once(start(["node", "--conditions=source", "apps/demo/src/main.ts", "--reset-only"]), "close")
  if (code !== 0) process.exit(code ?? 1)
}

// The demo runs what is published: dist, not sources.
const { NODE_OPTIONS: _, ...clean } = environment
const children = watch
  ? [
      start(["vite", "build", "--watch", "--logLevel", "warn"], { cwd: join(root, "packages/widget") }),
      start(["node", "--watch", "--watch-preserve-output", "--conditions=source", "apps/demo/src/main.ts"])
    ]
  : [start(["node", "apps/demo/dist/main.js", ...reset], { env: clean })]
const main = children.at(-1)

// Ctrl-C reaches the children by themselves; SIGTERM only us.
let ending = false
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    ending = true
    if (signal !== "SIGINT") for (const child of children) child.kill(signal)
  })
}
main.once("error", (error) => {
  console.error(error.message)
  process.exit(1)
})
const [code] = await once(main, "close")
for (const child of children) child.kill()
process.exit(ending ? 0 : (code ?? 1))
