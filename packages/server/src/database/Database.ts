import { Context, Effect, Exit } from "effect"
import type { Scope } from "effect"
import type { SQL } from "drizzle-orm"
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core"
import {
  DatabaseUnavailable,
  databaseFailure,
  LostRace,
  UniqueViolation,
  uniqueViolationOf
} from "./DatabaseUnavailable.ts"

/** Drizzle over either database, or a transaction of it. */
export type Db = PgDatabase<PgQueryResultHKT>

/** Runs one statement that Drizzle built. What fails is a defect: `DatabaseUnavailable` or `DatabaseDefect`. */
export const query = <A>(statement: PromiseLike<A>): Effect.Effect<A> => asked(() => statement)

/** The lock of a row that is changed: what refers to it does not wait for it. */
export const forChange = "no key update"

/** Runs a statement that is written by hand and returns its rows: `Row` is what it selects. */
export const rowsOf = <Row>(on: Db, statement: SQL): Effect.Effect<ReadonlyArray<Row>> =>
  Effect.map(
    query(on.execute(statement) as PromiseLike<unknown> as PromiseLike<{ readonly rows: ReadonlyArray<Row> }>),
    ({ rows }) => rows
  )

/** The same for whatever else asks the database: a queue, a listener. */
export const asked = <A>(ask: () => PromiseLike<A>): Effect.Effect<A> =>
  Effect.callback<A>((resume) => {
    ask().then(
      (rows) => resume(Effect.succeed(rows)),
      (error: unknown) => resume(Effect.die(databaseFailure(error)))
    )
  })

/** Runs one statement that may run into a unique index, which it says by name. */
export const queryUnique = <A>(statement: PromiseLike<A>): Effect.Effect<A, UniqueViolation> =>
  Effect.callback<A, UniqueViolation>((resume) => {
    statement.then(
      (rows) => resume(Effect.succeed(rows)),
      (error: unknown) => {
        const constraint = uniqueViolationOf(error)
        if (constraint !== undefined) resume(Effect.fail(new UniqueViolation({ constraint })))
        else resume(Effect.die(databaseFailure(error)))
      }
    )
  })

/**
 * The database of the house: PostgreSQL, or an embedded one in a folder or in memory.
 *
 * **Gotchas**
 *
 * The embedded database has one connection: inside `transaction` use only its `tx`, since `db` waits for the end of it.
 */
export class Database extends Context.Service<
  Database,
  {
    readonly kind: "postgres" | "embedded"
    readonly db: Db
    /** One statement outside any transaction. */
    readonly run: <A>(statement: (db: Db) => PromiseLike<A>) => Effect.Effect<A>
    /**
     * One transaction: stored when the effect succeeds, undone when it fails or dies.
     *
     * **Details**
     *
     * Read committed; rows are locked by `.for(forChange)`. Tried again, at most five times in all, when it lost a race
     * (serialization failure, deadlock) and for nothing else, so the effect must not keep what it computed. Not interruptible.
     */
    readonly transaction: <A, E, R>(work: (tx: Db) => Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
    /** Calls back for each `pg_notify` on the channel, in any process of the house, until the scope closes. */
    readonly listen: (channel: string, heard: (payload: string) => void) => Effect.Effect<void, never, Scope.Scope>
  }
>()("server/database/Database") {}

class Undone {
  readonly exit: Exit.Exit<unknown, unknown>
  constructor(exit: Exit.Exit<unknown, unknown>) {
    this.exit = exit
  }
}

const mostTries = 5

/** What opens a transaction: stored when the work resolves, undone when it rejects. */
type Begin = <A>(work: (tx: Db) => Promise<A>) => Promise<A>

/** `transaction` over Drizzle: an effect that failed makes it roll back and is answered as it was. */
export const transactionOf =
  (begin: Begin): Database["Service"]["transaction"] =>
  <A, E, R>(work: (tx: Db) => Effect.Effect<A, E, R>) => {
    const attempt = (triesLeft: number): Effect.Effect<A, E, R> =>
      Effect.contextWith((context: Context.Context<R>) =>
        Effect.callback<A, E, R>((resume) => {
          const run = Effect.runPromiseExitWith(context)
          begin(async (tx) => {
            const exit = await run(work(tx))
            if (Exit.isSuccess(exit)) return exit.value
            throw new Undone(exit)
          }).then(
            (value) => resume(Effect.succeed(value)),
            (error: unknown) => {
              const exit =
                error instanceof Undone ? (error.exit as Exit.Exit<never, E>) : Exit.die(databaseFailure(error))
              if (!lostRace(exit)) resume(exit)
              else if (triesLeft > 1) resume(attempt(triesLeft - 1))
              else resume(Effect.die(new DatabaseUnavailable({ code: "lost-race" })))
            }
          )
        })
      )
    return Effect.uninterruptible(attempt(mostTries))
  }

const lostRace = (exit: Exit.Exit<unknown, unknown>) =>
  Exit.isFailure(exit) && exit.cause.reasons.some((each) => each._tag === "Die" && each.defect instanceof LostRace)
