import { eq } from "drizzle-orm"
import { Effect } from "effect"
import { forChange, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { noticeTable as notices } from "../database/noticeTable.ts"

/** Locks a notice, for a job that makes other things of it: tried again, it makes none twice. */
export const lockNotice = (tx: Db, id: string) =>
  Effect.map(query(tx.select().from(notices).where(eq(notices.id, id)).for(forChange)), ([row]) => row)
