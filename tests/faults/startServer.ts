import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

/** The server as it ships: `npx --yes pnpm@12.21.0 build` makes it. */
const program = "packages/server/dist/main.js"

/** A server in a process of its own. */
export interface StartedServer {
  /** 0: it does the jobs only. */
  readonly port: number
  readonly pid: number
  /** How it ended and what it complained of; none while it lives. */
  readonly end: () => NotStarted | undefined
  /** Ends it as a power cut does: it can do nothing about it. */
  readonly kill: () => Promise<void>
  /** Asks it to end, and waits until it has. */
  readonly stop: () => Promise<number | null>
}

/** A server that is no more: how it ended, and what it said of it. */
export interface NotStarted {
  readonly status: number | null
  readonly said: string
}

/** Starts a command of the server under these settings, and waits until it listens, does the jobs or has ended. */
export const startServer = async (
  settings: Readonly<Record<string, string>>,
  command: ReadonlyArray<string> = ["start"]
): Promise<StartedServer | NotStarted> => {
  const child = spawn(process.execPath, [program, ...command], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      TMPDIR: process.env.TMPDIR ?? "/tmp",
      ...settings
    },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let said = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text
  })
  const ended = once(child, "exit") as Promise<[number | null]>
  const listening = new Promise<number>((resolve) => {
    let out = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text
      const ready = /Listening on port (\d+)|Running the jobs/.exec(out)
      if (ready !== null) resolve(Number(ready[1] ?? 0))
    })
  })
  const first = await Promise.race([listening, ended])
  if (typeof first !== "number") return { status: first[0], said }
  return {
    port: first,
    pid: child.pid!,
    end: () => (child.exitCode === null && child.signalCode === null ? undefined : { status: child.exitCode, said }),
    kill: async () => {
      child.kill("SIGKILL")
      await ended
    },
    stop: async () => {
      child.kill("SIGTERM")
      return (await ended)[0]
    }
  }
}
