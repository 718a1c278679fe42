import { LogonRequestError } from "@mtc-logon/core/logon-request"
import type { LogonRequests } from "@mtc-logon/core/logon-request"
import { and, eq, gt, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { Database, query } from "../database/Database.ts"
import { ticketTable as tickets } from "../database/logonRequestTable.ts"
import { randomToken } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { findDraftRow } from "./findDraftRow.ts"
import { Events } from "./Events.ts"
import { replaceKey } from "./replaceKey.ts"

const notFound = () => new LogonRequestError({ reason: { _tag: "NotFound" } })

/** Keeps resume codes as one-time tickets, digests only; using one up gives the request another key. */
export const resumeDraft = Effect.gen(function* () {
  const { transaction } = yield* Database
  const digests = yield* Digests
  const replace = yield* replaceKey
  const { record } = yield* Events

  // The request is locked: else a code that is asked for while another is redeemed would outlive the key that asked for it.
  const makeResumeCode: LogonRequests["Service"]["makeResumeCode"] = (key, now, expiresAt) =>
    transaction((tx) =>
      Effect.gen(function* () {
        const { id } = yield* findDraftRow(tx, digests, key, now, "lock")
        const code = randomToken()
        yield* query(
          tx.insert(tickets).values({
            tokenDigest: digests.of("token", code),
            purpose: "resume",
            subject: id,
            createdAt: DateTime.toDateUtc(now),
            expiresAt: DateTime.toDateUtc(expiresAt)
          })
        )
        return code
      })
    )

  const resume: LogonRequests["Service"]["resume"] = (code, now) =>
    transaction((tx) =>
      Effect.gen(function* () {
        const at = DateTime.toDateUtc(now)
        const [used] = yield* query(
          tx
            .update(tickets)
            .set({ usedAt: at })
            .where(
              and(
                inArray(tickets.tokenDigest, [...digests.allOf("token", code)]),
                eq(tickets.purpose, "resume"),
                isNull(tickets.usedAt),
                gt(tickets.expiresAt, at)
              )
            )
            .returning({ id: tickets.subject })
        )
        if (used === undefined) return yield* notFound()
        const token = yield* replace(tx, used.id, at)
        yield* record(tx, {
          subjectId: used.id,
          actor: "person",
          at: now,
          events: [{ _tag: "LogonRequestResumed" }]
        })
        return { id: used.id, token }
      })
    )

  return { makeResumeCode, resume }
})
