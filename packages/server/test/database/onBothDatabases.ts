import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { layer } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import type { Database } from "../../src/database/Database.ts"
import { embeddedLayer, postgresLayer } from "../../src/database/databaseLayer.ts"
import type { DatabaseSource } from "../../src/database/databaseLayer.ts"
import { migrateDatabase, migrateEmbeddedDatabase, migrationsFolder } from "../../src/database/migrate.ts"
import { freshDatabase } from "../../../../tests/harness/freshDatabase.ts"

const hashOfMigrations = () => {
  const hash = createHash("sha256")
  for (const file of readdirSync(migrationsFolder)
    .filter((name) => name.endsWith(".sql"))
    .sort())
    hash.update(readFileSync(join(migrationsFolder, file)))
  return hash.digest("hex").slice(0, 16)
}

/** A migrated embedded database as a dump: made once for each set of migrations, since making one takes seconds. */
const embeddedTemplate = async (): Promise<Blob> => {
  const file = join(tmpdir(), `mtc-logon-embedded-${hashOfMigrations()}.tar.gz`)
  if (!existsSync(file)) {
    const pglite = await PGlite.create("memory://")
    await migrateEmbeddedDatabase(pglite)
    const dump = await pglite.dumpDataDir("gzip")
    await pglite.close()
    writeFileSync(`${file}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()))
    renameSync(`${file}.${process.pid}`, file)
  }
  return new Blob([readFileSync(file)])
}

/** The embedded database, in memory, with the tables and nothing in them. */
export const embeddedDatabase = Layer.unwrap(
  Effect.map(Effect.promise(embeddedTemplate), (dump) => embeddedLayer("memory://", dump))
)

/** A real PostgreSQL database of its own, with the tables and nothing in them; its calls wait as long as said, or as always. */
const postgresDatabase = (waitMs?: number) =>
  Layer.unwrap(
    Effect.map(
      Effect.acquireRelease(
        Effect.promise(() => freshDatabase(migrateDatabase)),
        ({ drop }) => Effect.promise(drop)
      ),
      ({ url }) => postgresLayer(Redacted.make(url), 10, waitMs)
    )
  )

/**
 * Runs a suite on the embedded database and on a real PostgreSQL, each with `more` built on top of it.
 *
 * **Details**
 *
 * `waitMs`: where fifty at once wait for each other on a busy machine, and who wins is all that is asked.
 */
export const onBothDatabases = <R>(
  name: string,
  more: Layer.Layer<R, unknown, Database | DatabaseSource>,
  suite: (it: Vitest.MethodsNonLive<R | Database | DatabaseSource>, kind: "embedded" | "postgres") => void,
  waitMs?: number
) => {
  const databases = { embedded: embeddedDatabase, postgres: postgresDatabase(waitMs) }
  for (const kind of ["embedded", "postgres"] as const)
    layer(Layer.provideMerge(more, databases[kind]), { timeout: "60 seconds" })(`${name}, ${kind}`, (it) =>
      suite(it, kind)
    )
}

/** Runs a suite on one layer: a house that needs no database. */
export const onLayer = <R>(name: string, house: Layer.Layer<R>, suite: (it: Vitest.MethodsNonLive<R>) => void) =>
  layer(house)(name, suite)
