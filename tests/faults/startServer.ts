import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

/** A server in a process of its own. */
export interface StartedServer {
  readonly port: number
  readonly pid: number
  /** Ends it as a power cut does: it can do nothing about it. */
  readonly kill: () => Promise<void>
  /** Asks it to end, and waits until it has. */
  readonly stop: () => Promise<number | null>
}

/** A server that did not start: how it ended, and what it said of it. */
export interface NotStarted {
  readonly status: number | null
  readonly said: string
}

const programs = {
  source: ["--conditions=source", "packages/server/src/main.ts"],
  dist: ["packages/server/dist/main.js"]
} as const

/** Starts the server under these settings, from its sources or as it is built, and waits until it listens or has ended. */
export const startServer = async (
  settings: Readonly<Record<string, string>>,
  from: keyof typeof programs = "source"
): Promise<StartedServer | NotStarted> => {
  const child = spawn(process.execPath, [...programs[from], "start"], {
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
      const port = /Listening on port (\d+)/.exec(out)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
  })
  const first = await Promise.race([listening, ended])
  if (typeof first !== "number") return { status: first[0], said }
  return {
    port: first,
    pid: child.pid!,
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
