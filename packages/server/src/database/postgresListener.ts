import { Effect } from "effect"
import pg from "pg"
import { asked } from "./Database.ts"
import type { Database } from "./Database.ts"

type Heard = (payload: string) => void

/** Milliseconds until a broken listening connection is opened anew. */
const pauseMs = 1_000

/**
 * One connection that listens to every channel that somebody listens to here; opened at the first of them.
 *
 * **Gotchas**
 *
 * What is said while the connection is broken is lost: whoever waits must be able to look for themselves.
 */
export const postgresListener = (databaseUrl: string) =>
  Effect.gen(function* () {
    const channels = new Map<string, Set<Heard>>()
    let client: Promise<pg.Client> | undefined
    let ended = false
    let pause: NodeJS.Timeout | undefined

    const connect = async (): Promise<pg.Client> => {
      const opened = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000, keepAlive: true })
      opened.on("notification", ({ channel, payload }) => {
        for (const heard of channels.get(channel) ?? []) heard(payload ?? "")
      })
      // However it ends, or never began: its end follows, and then another is opened.
      opened.on("error", () => {})
      opened.once("end", () => {
        if (!ended) pause = setTimeout(open, pauseMs)
      })
      await opened.connect()
      try {
        for (const channel of channels.keys()) await opened.query(`listen ${opened.escapeIdentifier(channel)}`)
      } catch (failure) {
        void opened.end()
        throw failure
      }
      return opened
    }
    const open = () => {
      client = connect()
      client.catch(() => {})
      return client
    }

    yield* Effect.addFinalizer(() =>
      Effect.promise(async () => {
        ended = true
        clearTimeout(pause)
        await client?.then((opened) => opened.end()).catch(() => {})
      })
    )

    const listen: Database["Service"]["listen"] = (channel, heard) =>
      Effect.acquireRelease(
        asked(async () => {
          const first = !channels.has(channel)
          const listeners = channels.get(channel) ?? new Set()
          channels.set(channel, listeners.add(heard))
          const opened = await (client ?? open())
          if (first) await opened.query(`listen ${opened.escapeIdentifier(channel)}`)
        }),
        () => Effect.sync(() => channels.get(channel)?.delete(heard))
      )
    return listen
  })
