import { Keys } from "@mtc-logon/core/logon"
import { followsOf, provedContact, usernameKey } from "@mtc-logon/core/logon"
import type { Logon, LogonEvent, LogonKey } from "@mtc-logon/core/logon"
import { and, eq, sql } from "drizzle-orm"
import type { SQL } from "drizzle-orm"
import { Context, DateTime, Effect, Layer } from "effect"
import type { Redacted } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { query, queryUnique, rowsOf } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { LostRace } from "../database/DatabaseUnavailable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { LogonLimits } from "./LogonLimits.ts"
import { LogonRequestStore } from "./LogonRequestStore.ts"
import { logonRows } from "./logonRows.ts"
import { Events } from "./Events.ts"

/** The logon of a key, in the statement that reads it. */
const isOf = (by: LogonKey): SQL => {
  if ("id" in by) return sql`l.id = ${by.id}::uuid`
  if ("username" in by) return sql`l.username_key = ${usernameKey(by.username)}`
  return sql`l.id = (select k.logon_id from recovery k where k.id = ${by.linkId}::uuid)`
}

/**
 * What lives of one logon, in one statement: never history. Codes and links are counted over a day and two: more than any
 * window of a rule set looks at.
 */
const reading = (by: LogonKey, now: DateTime.Utc, shown: ReadonlyArray<string>) => {
  const at = sql`${DateTime.formatIso(now)}::timestamptz`
  const own = (table: string, which: SQL, order: SQL = sql`t.created_at`) =>
    sql`(select json_agg(t order by ${order}) from ${sql.raw(table)} t where t.logon_id = l.id and (${which}))`
  const isShown = sql`any(array(select jsonb_array_elements_text(${JSON.stringify(shown)}::jsonb)))`
  return sql`
with moment as (select ${at} as now, ${at} - interval '24 hours' as yesterday)
select row_to_json(l) as logon,
 (select r.id from logon_request r where r.logon_id = l.id limit 1) as request_id,
 (select json_agg(t order by t.created_at) from two_step_method t where t.logon_id = l.id and (t.removed_at is null
   or exists (select from not_me_code n where n.logon_id = l.id and n.code_digest = ${isShown}))) as methods,
 (select json_agg(t order by t.sent_at, t.state = 'open') from security_code t
   where t.logon_id = l.id and (t.state = 'open' or t.sent_at > m.yesterday)) as codes,
 ${own("activation_code", sql`true`)} as activation_codes,
 ${own("recovery_code", sql`t.state = 'open'`)} as recovery_codes,
 ${own("session", sql`t.ended_at is null and t.expires_at > m.now`)} as sessions,
 ${own("trusted_device", sql`t.revoked_at is null`, sql`t.created_at, t.id`)} as devices,
 (select json_agg(t) from trusted_device_token t join trusted_device d on d.id = t.device_id
   where d.logon_id = l.id and d.revoked_at is null and (t.replaced_at is null or t.token_digest = ${isShown})) as device_tokens,
 ${own("recovery", sql`t.created_at > m.yesterday - interval '24 hours'`)} as password_links,
 ${own("email_change", sql`t.state = 'open'`)} as email_links,
 (select json_agg(t) from not_me_code t where t.logon_id = l.id and t.code_digest = ${isShown}) as not_me_codes,
 (select json_agg(json_build_object('targetDigest', t.target_digest, 'sentAt', t.sent_at)) from security_code t
   where t.logon_id <> l.id and t.sent_at > m.yesterday and t.target_digest in
    (select o.target_digest from two_step_method o where o.logon_id = l.id and o.removed_at is null)) as sent_elsewhere
from logon l, moment m where ${isOf(by)}`
}

/** Columns that take what `from` has of them. */
const taking = (columns: ReadonlyArray<string>, from: string): SQL =>
  sql.join(
    columns.map((name) => sql`${sql.raw(name)} = ${sql.raw(from)}.${sql.raw(name)}`),
    sql`, `
  )

/** Each list of a document: rows that are new are inserted, rows that were read are changed. */
const storing = sql.join(
  logonRows.lists.map(({ changes, key, list, table }) => {
    const [at, into, by] = [sql.raw(list), sql.raw(table), sql.raw(key)]
    return sql`x_${at} as (insert into ${into} select r.* from go, jsonb_populate_recordset(null::${into}, go.j->'${at}') r
 on conflict (${by}) do update set ${taking(changes, "excluded")})`
  }),
  sql`,
`
)

/** The difference of one logon, in one statement, over the version that was read; `n` is 0 where a race was lost. */
const writing = (id: string, version: number, difference: unknown) => sql`
with doc as (select ${JSON.stringify(difference)}::jsonb as j),
guard as (update logon l set version = l.version + 1, ${taking(logonRows.columns, "r")}
 from logon b, doc, jsonb_populate_record(b, doc.j->'logon') r
 where l.id = ${id}::uuid and b.id = l.id and l.version = ${version} returning l.id),
go as (select j from doc where exists (select from guard)),
${storing}
select count(*)::int as n from guard`

/** Subject of the audit rows of usernames that nobody has. */
const nobody = "00000000-0000-0000-0000-000000000000"

/** Which version of a logon was read: the store's own business. */
const versions = new WeakMap<Logon, number>()

const make = Effect.gen(function* () {
  const digests = yield* Digests
  const keys = yield* Keys
  const limits = yield* LogonLimits
  const { record } = yield* Events
  const { replaceKey } = yield* LogonRequestStore

  const find = Effect.fnUntraced(function* (
    on: Db,
    by: LogonKey,
    now: DateTime.Utc,
    shown: ReadonlyArray<Redacted.Redacted> = []
  ) {
    const known = shown.flatMap((each) => digests.allOf("token", each))
    const [found] = yield* rowsOf<Readonly<Record<string, unknown>>>(on, reading(by, now, known))
    if (found === undefined) return null
    const { logon, version } = logonRows.read(found)
    versions.set(logon, version)
    return logon
  })

  /** Whether the next logon is stored; not where another change came between. */
  const isStored = Effect.fnUntraced(function* (tx: Db, before: Logon, next: Logon) {
    const document = logonRows.difference(before, next)
    const statement = writing(before.id, versions.get(before) ?? -1, document)
    const [stored] = yield* rowsOf<{ readonly n: number }>(tx, statement)
    return stored?.n === 1
  })

  /** Locks a logon, stores what `decide` makes of it, and returns its answer; null where there is no such logon. */
  const changeLocked = Effect.fnUntraced(function* <A, E, R>(
    tx: Db,
    id: string,
    now: DateTime.Utc,
    decide: (logon: Logon) => Effect.Effect<{ readonly next: Logon; readonly answer: A }, E, R>,
    shown: ReadonlyArray<Redacted.Redacted> = []
  ) {
    yield* query(tx.execute(sql`select id from logon where id = ${id}::uuid for no key update`))
    const logon = yield* find(tx, { id }, now, shown)
    if (logon === null) return null
    const { answer, next } = yield* decide(logon)
    if (!(yield* isStored(tx, logon, next))) return yield* Effect.die(new LostRace({ code: "40001" }))
    return answer
  })

  /** Makes a logon; fails where its username is taken. */
  const insert = (tx: Db, logon: Logon) => {
    const own = { ...logonRows.difference(null, logon).logon, version: 0 }
    const row = sql`jsonb_populate_record(null::logon, ${JSON.stringify(own)}::jsonb)`
    return queryUnique(tx.execute(sql`insert into logon select (${row}).*`))
  }

  /** What follows elsewhere from what has happened to a logon: its role, its request, the keys of that. @rule D-32 @rule D-63 */
  const follow = Effect.fnUntraced(function* (tx: Db, logon: Logon, events: ReadonlyArray<LogonEvent>, at: Date) {
    const { activates, endsKeys } = followsOf(events)
    if (activates) {
      const reserved = and(eq(grants.logonId, logon.id), eq(grants.state, "reserved"))
      yield* query(tx.update(grants).set({ state: "effective", effectiveAt: at }).where(reserved))
      yield* query(tx.update(requests).set({ status: "activated" }).where(eq(requests.logonId, logon.id)))
      yield* limits.count(tx, provedContact(logon, keys))
    }
    // Nobody gets the next key of the request.
    if (endsKeys && logon.requestId !== null) yield* replaceKey(tx, logon.requestId, at)
  })

  /** What has happened to a logon, with what its notices speak of. */
  const told = Effect.fnUntraced(function* (
    tx: Db,
    { id, requestId }: Pick<Logon, "id" | "requestId">,
    events: ReadonlyArray<LogonEvent>,
    now: DateTime.Utc
  ) {
    const browser = events.find((event) => event._tag === "NewDeviceUsed" || event._tag === "DeviceTokenReused")
    const about = {
      logonId: id,
      ...(requestId !== null && { logonRequestId: requestId }),
      ...(browser && { browser: browser.browser, system: browser.system })
    }
    yield* record(tx, { subjectId: id, actor: "person", at: now, events, about })
  })

  /** All that comes of a change that is stored. */
  const conclude = Effect.fnUntraced(function* (
    tx: Db,
    next: Logon,
    events: ReadonlyArray<LogonEvent>,
    now: DateTime.Utc
  ) {
    yield* follow(tx, next, events, DateTime.toDateUtc(now))
    yield* told(tx, next, events, now)
  })

  /** Stores a change with all that follows; false where another change came between. */
  const keep = Effect.fnUntraced(function* (
    tx: Db,
    before: Logon,
    next: Logon,
    events: ReadonlyArray<LogonEvent>,
    now: DateTime.Utc
  ) {
    if (!(yield* isStored(tx, before, next))) return false
    yield* conclude(tx, next, events, now)
    return true
  })

  /** The statements of a change, for a logon that nobody has. */
  const missNobody = Effect.fnUntraced(function* (tx: Db, events: ReadonlyArray<LogonEvent>, now: DateTime.Utc) {
    yield* query(tx.execute(writing(nobody, 0, { logon: { failed_log_ins: 1 } })))
    yield* told(tx, { id: nobody, requestId: null }, events, now)
  })

  return { changeLocked, conclude, find, follow, insert, keep, missNobody }
})

/**
 * Reads logons, and stores what becomes of them: the one file that locks a logon.
 *
 * **Details**
 *
 * `changeLocked` is for a change that begins elsewhere, in the order of locks that `lockTaxpayer` says.
 *
 * @adr 0037
 */
export class LogonStore extends Context.Service<LogonStore, Effect.Success<typeof make>>()("server/store/LogonStore") {}

export const logonStoreLayer = Layer.effect(LogonStore, make)
