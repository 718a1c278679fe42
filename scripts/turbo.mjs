// Runs turbo without telemetry, on every platform.
import { once } from "node:events"
import { start } from "./runParts.mjs"

const [code] = await once(start(["turbo", ...process.argv.slice(2)]), "close")
process.exit(code ?? 1)
