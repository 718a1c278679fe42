import type { Logon, SealedParts } from "@mtc-logon/core/logon"
import { keysOf, mapTable } from "@mtc-logon/core/engine"
import { getTableColumns } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"
import { DateTime, Redacted } from "effect"
import { activationCodeTable } from "../database/logonRequestTable.ts"
import {
  emailChangeTable,
  logonTable,
  recoveryCodeTable,
  recoveryTable,
  securityCodeTable,
  sessionTable,
  trustedDeviceTable,
  trustedDeviceTokenTable,
  twoStepMethodTable
} from "../database/logonTable.ts"
import { notMeCodeTable } from "../database/accessGrantTable.ts"
import { fromSealed, toSealed } from "./SealedBytes.ts"

/** A row as the database writes it in JSON. */
type Json = Readonly<Record<string, unknown>>

const snake = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)

/** A list of a logon: its table, what identifies a row, and what core calls a column where it calls it otherwise. */
const listOf = <T extends PgTable>(
  name: string,
  table: T,
  changes: ReadonlyArray<string>,
  key = "id",
  says: Readonly<Record<string, string>> = {}
) => ({ name, table, changes, key, says })

/** Every list of a logon that is stored, and the columns of it that change. */
const lists = {
  methods: listOf("two_step_method", twoStepMethodTable, ["target", "lastTimeStep", "confirmedAt", "removedAt"]),
  codes: listOf("security_code", securityCodeTable, ["state", "failures", "confirmedAt"], "id", {
    sessionDigest: "sessionId"
  }),
  activationCodes: listOf("activation_code", activationCodeTable, ["state", "usedAt"]),
  recoveryCodes: listOf("recovery_code", recoveryCodeTable, ["state", "usedAt"]),
  sessions: listOf("session", sessionTable, ["state", "endedAt"], "idDigest", { idDigest: "id" }),
  devices: listOf("trusted_device", trustedDeviceTable, ["lastSeenAt", "revokedAt"]),
  deviceTokens: listOf("trusted_device_token", trustedDeviceTokenTable, ["replacedAt"], "tokenDigest"),
  passwordLinks: listOf("recovery", recoveryTable, ["state", "missesAt", "usedAt"]),
  emailLinks: listOf("email_change", emailChangeTable, ["state", "usedAt"]),
  notMeCodes: listOf("not_me_code", notMeCodeTable, ["usedAt"])
} satisfies Partial<Record<keyof Logon, ReturnType<typeof listOf>>>

type ListName = keyof typeof lists
const listNames = keysOf(lists)

/** Columns of hashes: core has them redacted. */
const redacted = new Set(["passwordHash", "secretAnswerHash", "pinHash"])

const readColumn = (type: string, name: string, row: string, value: unknown): unknown => {
  if (redacted.has(name)) return value === "" ? null : Redacted.make(value)
  if (value === null) return null
  if (type === "PgTimestamp") return DateTime.makeUnsafe(String(value))
  if (type !== "PgCustomColumn") return value
  return toSealed({ part: name as keyof SealedParts, row, bytes: Buffer.from(String(value).slice(2), "hex") })
}

const writeColumn = (type: string, name: string, value: unknown): unknown => {
  if (redacted.has(name)) return Redacted.isRedacted(value) ? Redacted.value(value) : ""
  if (value === null) return null
  if (DateTime.isDateTime(value)) return DateTime.formatIso(value)
  return type === "PgCustomColumn" ? `\\x${Buffer.from(fromSealed(value).bytes).toString("hex")}` : value
}

const columnsOf = (table: PgTable) =>
  Object.entries<{ readonly columnType: string }>(getTableColumns(table)).map(([name, { columnType }]) => ({
    name,
    type: columnType
  }))

const columns = { logon: columnsOf(logonTable), ...mapTable(lists, ({ table }) => columnsOf(table)) }

const readRow = (list: ListName, row: Json): Json => {
  const { key, says } = lists[list]
  const id = String(row[snake(key)])
  return Object.fromEntries(
    columns[list].map(({ name, type }) => [says[name] ?? name, readColumn(type, name, id, row[snake(name)])])
  )
}

const writeRow = (list: ListName, logonId: string, item: Json): Json => {
  const { says } = lists[list]
  return Object.fromEntries(
    columns[list].map(({ name, type }) => [
      snake(name),
      name === "logonId" ? logonId : writeColumn(type, name, item[says[name] ?? name])
    ])
  )
}

/** A logon out of what one statement reads of it. */
const read = (found: Json): { readonly logon: Logon; readonly version: number } => {
  const own = found["logon"] as Json
  const id = String(own["id"])
  const fields = columns.logon.map(({ name, type }) => [name, readColumn(type, name, id, own[snake(name)])])
  const sent = (found["sent_elsewhere"] ?? []) as ReadonlyArray<{ targetDigest: string; sentAt: string }>
  const logon = {
    ...Object.fromEntries(fields),
    ...Object.fromEntries(
      listNames.map((list) => [
        list,
        ((found[snake(list)] ?? []) as ReadonlyArray<Json>).map((row) => readRow(list, row))
      ])
    ),
    requestId: found["request_id"] ?? null,
    sentElsewhere: sent.map(({ sentAt, targetDigest }) => ({ targetDigest, sentAt: DateTime.makeUnsafe(sentAt) }))
  }
  return { logon: logon as unknown as Logon, version: Number(own["version"]) }
}

/** The difference between a logon that was read and the next, as one document: whole rows of lists, columns of the logon. */
const difference = (before: Logon | null, next: Logon): Json & { readonly logon: Json } => {
  const was = (before ?? {}) as unknown as Json
  const is = next as unknown as Json
  const own = columns.logon
    .filter(({ name }) => name !== "version" && was[name] !== is[name])
    .map(({ name, type }) => [snake(name), writeColumn(type, name, is[name])])
  const changed = listNames.flatMap((list) => {
    const known = new Set<unknown>((was[list] ?? []) as ReadonlyArray<unknown>)
    const rows = (is[list] as ReadonlyArray<Json>).filter((item) => !known.has(item))
    return rows.length === 0 ? [] : [[snake(list), rows.map((row) => writeRow(list, next.id, row))]]
  })
  return { ...Object.fromEntries(changed), logon: Object.fromEntries(own) }
}

/** Columns of the logon itself that change, by their names in the database. */
const logonColumns = columns.logon.map(({ name }) => snake(name)).filter((name) => !["id", "version"].includes(name))

/** Each list as the statement that stores it knows it. */
const storedLists = listNames.map((list) => {
  const { changes, key, name } = lists[list]
  return { list: snake(list), table: name, key: snake(key), changes: changes.map(snake) }
})

/** A logon and its rows: what one statement reads, and the document that another stores. */
export const logonRows = { read, difference, columns: logonColumns, lists: storedLists }
