import pg from "pg"
import { vi } from "vitest"

const textOf = (statement: unknown): string =>
  typeof statement === "string" ? statement : ((statement as { readonly text?: string }).text ?? "")

/** The SQL that goes to PostgreSQL while something is done, in order; the job queue's own is left out. */
export const statementsDuring = async <A>(
  work: () => Promise<A>
): Promise<{ readonly answer: A; readonly statements: ReadonlyArray<string> }> => {
  const spy = vi.spyOn(pg.Client.prototype, "query")
  try {
    const answer = await work()
    const statements = spy.mock.calls.map(([statement]) => textOf(statement))
    return { answer, statements: statements.filter((text) => !text.includes("pgboss")) }
  } finally {
    spy.mockRestore()
  }
}
