import { Effect } from "effect"
import { freeze } from "../../logon/freeze.ts"
import { changeSome } from "../../logon/endLogOns.ts"
import type { Keys } from "../../logon/Keys.ts"
import { Freezes } from "../../recovery/Freezes.ts"
import {
  memoryAccess,
  beginMemoryContest,
  keepMemoryAccess,
  keepMemoryLetter,
  makeMemoryLetterId
} from "./memoryAccess.ts"
import type { MemoryGrant, MemoryHouse } from "./MemoryHouse.ts"
import { storeIn } from "./memoryLogons.ts"

/** Closes logons. */
export const memoryFreezes = (house: MemoryHouse["Service"], keys: Keys["Service"]) =>
  Freezes.of({
    change: (typed, now, decide) =>
      Effect.sync(() => {
        const digests = keys.digestsOf("token", typed)
        for (const logon of house.logons.values()) {
          const code = logon.notMeCodes.find(({ codeDigest }) => digests.includes(codeDigest))
          if (code === undefined) continue
          const isMeant = ({ evidence, id, logonId }: MemoryGrant) =>
            code.grantId === null ? logonId === logon.id && evidence !== "grant" : id === code.grantId
          const owners = new Set(house.grants.filter(isMeant).map(({ owner }) => owner))
          const change = decide({
            code: { ...code, logonId: logon.id, state: code.usedAt === null ? "open" : "used" },
            status: logon.status,
            accesses: [...owners].map((owner) => ({
              key: owner,
              ...memoryAccess(house, owner),
              letterRowId: makeMemoryLetterId(house)
            }))
          })
          const used = change.isUsed
            ? changeSome(
                logon.notMeCodes,
                ({ id }) => id === code.id,
                (each) => ({ ...each, usedAt: now })
              )
            : logon.notMeCodes
          const next = { ...logon, notMeCodes: used }
          storeIn(house, change.freezes ? freeze(next, keys, code, now) : next, change.events, now)
          for (const { events, key, promotes, suspends } of change.accesses) {
            keepMemoryAccess(house, { ends: [], promotes, suspends }, now)
            beginMemoryContest(house, key, events, now)
            keepMemoryLetter(house, key, events, false, now)
            house.record(logon.id, events)
          }
          return
        }
      })
  })
