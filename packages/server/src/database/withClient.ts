import pg from "pg"

/**
 * Uses a connection of its own to PostgreSQL, and ends it.
 *
 * **Gotchas**
 *
 * A connection that breaks says so as an event, which ends the process where nobody hears it; the next statement fails too.
 */
export const withClient = async <A>(databaseUrl: string, use: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  client.on("error", () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
