import { LogonRequestError, logonOf } from "@mtc-logon/core/logon-request"
import type { LogonRequestDraft, LogonRequests, Submission } from "@mtc-logon/core/logon-request"
import { Keys, usernameKey } from "@mtc-logon/core/logon"
import { maskTaxpayerIdentifier } from "@mtc-logon/core/taxpayer"
import { eq, sql } from "drizzle-orm"
import { DateTime, Effect, Redacted, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestDraftTable as drafts, logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { AccessStore } from "./AccessStore.ts"
import { accessTo } from "./accessTo.ts"
import { sealClaim } from "./claimOfGrants.ts"
import { draftOf, lockOfDraft, ownersOf, taxpayerIn } from "./draftOf.ts"
import { LogonLimits } from "./LogonLimits.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { LogonRequestStore } from "./LogonRequestStore.ts"
import { receiptOf, sealReceipt } from "./receiptOf.ts"
import { LogonStore } from "./LogonStore.ts"
import { Events } from "./Events.ts"

const failure = (reason: LogonRequestError["reason"]) => new LogonRequestError({ reason })

const usernameTaken = failure({
  _tag: "Issues",
  step: "logon",
  issues: [{ path: "username", code: "username-taken", messageId: "issue.username-taken", params: {} }]
})

/** Locks taxpayer, letter and draft, gives `decide` what it reads, and stores what it makes. */
export const submitDraft = Effect.gen(function* () {
  const { transaction } = yield* Database
  const digests = yield* Digests
  const sealing = yield* Sealing
  const ids = yield* Ids
  const { record } = yield* Events
  const keys = yield* Keys
  const { insert } = yield* LogonStore
  const { find, lock } = yield* LogonRequestStore
  const { lockLetter } = yield* AccessStore
  const { askForLogon } = yield* LogonLimits

  const factsOf = Effect.fnUntraced(function* (tx: Db, draft: LogonRequestDraft) {
    const { logon } = draft.answers
    const owners = ownersOf(digests, draft)
    const namesakes = yield* query(
      tx
        .select({ id: logons.id })
        .from(logons)
        .where(eq(logons.usernameKey, usernameKey(logon?.username ?? "")))
    )
    const place = sql<string>`nextval('confirmation_sequence')`
    const [next] = yield* query(tx.select({ place }).from(sql`(select 1) as one`))
    return {
      draft,
      sequence: Number(next!.place),
      access: yield* accessTo(tx, owners),
      usernameTaken: namesakes.length > 0
    }
  })

  const store = Effect.fnUntraced(function* (
    tx: Db,
    draft: LogonRequestDraft,
    { displaces, expiresAt, logon, receipt }: Submission,
    letterRowId: string | undefined,
    sequence: number,
    now: DateTime.Utc
  ) {
    const at = DateTime.toDateUtc(now)
    const { proof, answers } = draft
    const { id: number, accountType, idType } = answers["taxpayer-id"]!
    const { taxpayerType } = answers["taxpayer-type"]!
    const grantId = ids.make("access-grant")
    const taxpayerDigest = digests.ofTaxpayer({ idType, digits: number })
    const { role, ...made } = logon
    const reserved = logonOf(keys, made, { locale: draft.locale, requestId: draft.id }, now)
    const logonId = reserved.id
    yield* insert(tx, reserved).pipe(Effect.catchTag("UniqueViolation", () => Effect.fail(usernameTaken)))
    yield* query(
      tx.insert(requests).values({
        id: draft.id,
        confirmationSequence: sequence,
        confirmationNumber: receipt.confirmationNumber,
        taxpayerDigest,
        accountType,
        evidence: proof!.evidence,
        decisionId: proof!.decisionId,
        logonId,
        partnerId: draft.partnerId,
        reference: draft.reference,
        locale: draft.locale,
        ruleSetId: draft.ruleSet.id,
        ruleSetHash: draft.ruleSet.hash,
        status: "submitted",
        submittedAt: at,
        receipt: sealReceipt(sealing, draft.id, receipt)
      })
    )
    yield* query(
      tx.insert(grants).values({
        id: grantId,
        taxpayerDigest,
        logonId,
        logonRequestId: draft.id,
        role: role.role,
        scope: role.scope,
        evidence: proof!.evidence,
        taxpayerMask: maskTaxpayerIdentifier(Redacted.value(number), idType),
        claim: sealClaim(sealing, grantId, { taxpayerType, idType, id: Redacted.value(number), accountType }),
        state: displaces ? "waiting" : "reserved",
        createdAt: at
      })
    )
    if (letterRowId !== undefined) {
      yield* query(tx.update(letters).set({ state: "used", usedAt: at }).where(eq(letters.id, letterRowId)))
    }
    const submitted = { status: "submitted", expiresAt: DateTime.toDateUtc(expiresAt) } as const
    yield* query(tx.update(drafts).set(submitted).where(eq(drafts.id, draft.id)))
  })

  const submit: LogonRequests["Service"]["submit"] = (key, now, decide) =>
    transaction((tx) =>
      Effect.gen(function* () {
        const unlocked = yield* find(tx, key, now)
        const asked = draftOf(sealing, unlocked)
        yield* lockTaxpayer(tx, lockOfDraft(digests, asked))
        const letterId = asked.proof?.letterId ?? null
        const letter = letterId === null ? undefined : yield* lockLetter(tx, letterId)
        const row = yield* lock(tx, key, now)
        if (row.status !== "open") {
          const [request] = yield* query(tx.select().from(requests).where(eq(requests.id, row.id)))
          if (request === undefined) return yield* failure({ _tag: "NotFound" })
          return receiptOf(sealing, request)
        }
        // Changed between look and lock: another taxpayer's lock is held, so nothing is decided on this one.
        if (row.taxpayerDigest !== unlocked.taxpayerDigest) return yield* failure({ _tag: "StepNotOpen" })
        const facts = {
          ...(yield* factsOf(tx, draftOf(sealing, row))),
          letterMailedAt: letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt),
          letterHeld: letterId === null || (letter?.state === "reserved" && letter.reservedBy === row.id)
        }
        const decided = decide(facts)
        if (Result.isFailure(decided)) return yield* failure(decided.failure)
        const { answer, events, next } = decided.success
        yield* askForLogon(tx, next.logon.profile)
        yield* store(tx, facts.draft, next, letter?.id, facts.sequence, now)
        const taxpayer = taxpayerIn(facts.draft)
        yield* record(tx, {
          subjectId: row.id,
          actor: "person",
          at: now,
          events,
          ...(taxpayer !== undefined && { taxpayer })
        })
        return answer
      })
    )
  return submit
})
