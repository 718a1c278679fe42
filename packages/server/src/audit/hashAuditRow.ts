import { createHmac } from "node:crypto"
import type { auditTable } from "../database/auditTable.ts"
import type { Key } from "../secrets/Keyring.ts"

/** A value with the members of its objects in one order: the same text, however a database stored it. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== "object" || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, canonical(member)])
  )
}

/** `<version of the key>:<HMAC-SHA-256, hex>` of the hash before and the row. */
export const hashAuditRow = (
  { key, version }: Key,
  before: string,
  row: Omit<typeof auditTable.$inferSelect, "hash">
): string => {
  const text = JSON.stringify([
    row.seq,
    row.at.toISOString(),
    row.type,
    row.subjectId,
    row.actor,
    canonical(row.detail)
  ])
  return `${version}:${createHmac("sha256", key).update(before).update("\n").update(text).digest("hex")}`
}
