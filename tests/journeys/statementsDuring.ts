import pg from "pg"
import { vi } from "vitest"

const textOf = (statement: unknown): string =>
  typeof statement === "string" ? statement : ((statement as { readonly text?: string }).text ?? "")

/** The SQL that goes to PostgreSQL while something is done, in order; the job queue's own are left out. */
export const statementsDuring = async <A>(
  work: () => Promise<A>
): Promise<{ readonly answer: A; readonly statements: ReadonlyArray<string> }> => {
  const spy = vi.spyOn(pg.Client.prototype, "query")
  try {
    const answer = await work()
    const statements = spy.mock.calls.map(([statement]) => textOf(statement))
    return { answer, statements: statements.filter((text) => !/pgboss|pg_listening_channels/u.test(text)) }
  } finally {
    spy.mockRestore()
  }
}
