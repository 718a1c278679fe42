import { and, gt, ne } from "drizzle-orm"
import { logonRequestDraftTable as drafts } from "./logonRequestTable.ts"

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** Whether a text can be the id of a request: PostgreSQL fails on any other. */
export const isDraftId = (id: string): boolean => uuid.test(id)

/** The condition of a draft whose key opens it: it was not cancelled, and its time is not over. */
export const livingDraft = (now: Date) => and(ne(drafts.status, "cancelled"), gt(drafts.expiresAt, now))
