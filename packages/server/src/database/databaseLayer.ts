import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres"
import type { NodePgDatabase } from "drizzle-orm/node-postgres"
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite"
import { Context, Effect, Layer, Redacted } from "effect"
import pg from "pg"
import { ServerConfig } from "../ServerConfig.ts"
import { asked, Database, query, transactionOf } from "./Database.ts"
import type { Db } from "./Database.ts"
import { databaseFailure } from "./DatabaseUnavailable.ts"
import { folderLock } from "./folderLock.ts"
import { migrateDatabase, migrateEmbeddedDatabase } from "./migrate.ts"
import { postgresListener } from "./postgresListener.ts"

/** What the database is reached by, for the job queue that keeps its rows in it. */
export class DatabaseSource extends Context.Service<
  DatabaseSource,
  | { readonly kind: "postgres"; readonly url: Redacted.Redacted }
  | { readonly kind: "embedded"; readonly pglite: PGlite }
>()("server/database/DatabaseSource") {}

/**
 * What PostgreSQL ends by itself, in milliseconds: a statement, a wait for a lock, an idle transaction.
 *
 * **Gotchas**
 *
 * A deadlock is found after one second: a wait must last longer, or it would show as a lock that nobody gives back.
 */
const sessionLimits = (waitMs: number) =>
  [
    `-c statement_timeout=${waitMs + 500}`,
    `-c lock_timeout=${waitMs}`,
    "-c idle_in_transaction_session_timeout=5000"
  ].join(" ")

/**
 * Milliseconds that a call may wait for a connection or a lock before the server says that it is busy.
 *
 * **Details**
 *
 * Thirty submits for one taxpayer take 2 to 4 seconds on two cores: each is decided under the lock of the one before.
 */
const waitMs = 5_000

const openPostgres = Effect.fnUntraced(function* (url: Redacted.Redacted, connections: number, waitMs: number) {
  const databaseUrl = Redacted.value(url)
  const sessions = new WeakMap<pg.PoolClient, NodePgDatabase>()
  yield* Effect.tryPromise({ try: () => migrateDatabase(databaseUrl), catch: databaseFailure }).pipe(Effect.orDie)
  const pool = yield* Effect.acquireRelease(
    Effect.sync(() => {
      const opened = new pg.Pool({
        connectionString: databaseUrl,
        max: connections,
        options: sessionLimits(waitMs),
        connectionTimeoutMillis: waitMs,
        idleTimeoutMillis: 30_000
      })
      // A connection that breaks says so here while it is idle, and itself while it is used; whoever asks next learns it.
      opened.on("error", () => {})
      opened.on("connect", (client) => {
        client.on("error", () => {})
        sessions.set(client, drizzlePostgres(client, { casing: "snake_case" }))
      })
      return opened
    }),
    (opened) => Effect.promise(() => opened.end())
  )
  const db = drizzlePostgres(pool, { casing: "snake_case" })
  // On a connection that is given back whatever becomes of it: Drizzle keeps one that breaks as its transaction begins.
  const begin = async <A>(work: (tx: Db) => Promise<A>): Promise<A> => {
    const client = await pool.connect()
    try {
      return await sessions.get(client)!.transaction(work)
    } finally {
      client.release()
    }
  }
  const listen = yield* postgresListener(databaseUrl)
  return Context.make(
    Database,
    Database.of({
      kind: "postgres",
      db,
      run: (statement) => Effect.suspend(() => query(statement(db))),
      transaction: transactionOf(begin),
      listen
    })
  ).pipe(Context.add(DatabaseSource, { kind: "postgres", url }))
})

/** Opens the embedded database; `loaded` is a dump of one that is migrated already. */
const openEmbedded = Effect.fnUntraced(function* (folder: string, loaded?: Blob) {
  const inMemory = folder.startsWith("memory://")
  if (!inMemory) yield* folderLock(folder)
  const pglite = yield* Effect.acquireRelease(
    Effect.promise(() =>
      PGlite.create({
        dataDir: inMemory ? folder : join(folder, "postgres"),
        ...(loaded === undefined ? {} : { loadDataDir: loaded })
      })
    ),
    (opened) => Effect.promise(() => opened.close())
  )
  yield* Effect.tryPromise({ try: () => migrateEmbeddedDatabase(pglite), catch: databaseFailure }).pipe(Effect.orDie)
  const db = drizzleEmbedded(pglite, { casing: "snake_case" })
  return Context.make(
    Database,
    Database.of({
      kind: "embedded",
      db,
      run: (statement) => Effect.suspend(() => query(statement(db))),
      transaction: transactionOf((work) => db.transaction(work)),
      listen: (channel, heard) =>
        Effect.acquireRelease(
          asked(() => pglite.listen(channel, heard)),
          (stop) => Effect.promise(() => stop())
        ).pipe(Effect.asVoid)
    })
  ).pipe(Context.add(DatabaseSource, { kind: "embedded", pglite }))
})

/** PostgreSQL at an address, migrated; nothing waits longer than so many milliseconds for a connection or a lock. */
export const postgresLayer = (databaseUrl: Redacted.Redacted, connections: number, wait: number = waitMs) =>
  Layer.effectContext(openPostgres(databaseUrl, connections, wait))

/** The embedded database in a folder or, as `memory://`, in memory; migrated. */
export const embeddedLayer = (folder: string, loaded?: Blob) => Layer.effectContext(openEmbedded(folder, loaded))

/** The database that the settings name. */
export const databaseLayer = Layer.unwrap(
  Effect.map(ServerConfig, ({ databaseUrl, databasePool, dataDir }) =>
    databaseUrl === undefined ? embeddedLayer(dataDir) : postgresLayer(databaseUrl, databasePool)
  )
)
