import { randomBytes } from "node:crypto"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { startPostgres } from "./startPostgres.ts"
import type { RunningPostgres } from "./startPostgres.ts"
import "./provided.ts"

interface Shared {
  readonly running: Promise<RunningPostgres>
  readonly run: string
  holders: number
}

/** One server for every project of a run: each project loads this file by itself, so the handle hangs on `globalThis`. */
const held = globalThis as typeof globalThis & { mtcLogonPostgres?: Shared }

/** Removes what this run left on a server that goes on living. */
const dropDatabases = async (url: string, run: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select datname from pg_database where datname like $1", [`mtc\\_${run}\\_%`])
  for (const { datname } of rows) {
    await client.query(`alter database "${datname}" is_template false`)
    await client.query(`drop database if exists "${datname}" with (force)`)
  }
  await client.end()
}

/** Global set-up of the projects that need PostgreSQL; provides `databaseUrl` and `databaseRun`. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const shared = (held.mtcLogonPostgres ??= {
    running: startPostgres(),
    run: randomBytes(4).toString("hex"),
    holders: 0
  })
  shared.holders += 1
  const { url, from, stop } = await shared.running
  project.provide("databaseUrl", url)
  project.provide("databaseRun", shared.run)

  return async () => {
    shared.holders -= 1
    if (shared.holders > 0) return
    delete held.mtcLogonPostgres
    if (from === "DATABASE_URL") await dropDatabases(url, shared.run)
    await stop()
  }
}
