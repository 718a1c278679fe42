import { Effect } from "effect"
import pg from "pg"
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

    const open = async (): Promise<pg.Client> => {
      const opened = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000, keepAlive: true })
      opened.on("notification", ({ channel, payload }) => {
        for (const heard of channels.get(channel) ?? []) heard(payload ?? "")
      })
      opened.on("error", () => {
        client = undefined
        if (!ended) pause = setTimeout(reopen, pauseMs)
      })
      await opened.connect()
      for (const channel of channels.keys()) await opened.query(`listen ${opened.escapeIdentifier(channel)}`)
      return opened
    }
    const reopen = () => {
      client = open()
      client.catch(() => {
        client = undefined
        if (!ended) pause = setTimeout(reopen, pauseMs)
      })
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
        Effect.promise(async () => {
          const first = !channels.has(channel)
          const listeners = channels.get(channel) ?? new Set()
          channels.set(channel, listeners.add(heard))
          client ??= open()
          const opened = await client
          if (first) await opened.query(`listen ${opened.escapeIdentifier(channel)}`)
        }),
        () => Effect.sync(() => channels.get(channel)?.delete(heard))
      )
    return listen
  })
