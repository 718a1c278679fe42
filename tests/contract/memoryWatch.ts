import { usernameKey } from "@mtc-logon/core/logon"
import {
  activationToken,
  linkToken,
  memoryAppCode,
  MemoryHouse,
  memoryNotMeCode,
  memorySecurityCode
} from "@mtc-logon/core/testing"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Watch } from "./Watch.ts"

/** Looks at a house in memory. */
export const memoryWatch = Layer.effect(
  Watch,
  Effect.map(MemoryHouse, (house) => {
    const ofLogon = (id: string) => Effect.sync(() => house.logons.get(id)!)
    return Watch.of({
      happened: (id) =>
        Effect.sync(() => house.events.filter(({ subjectId }) => subjectId === id).map(({ event }) => event._tag)),
      notices: (id) =>
        Effect.sync(() =>
          house.notices
            .filter(({ subjectId }) => subjectId === id)
            .map(({ kind }) => kind)
            .sort()
        ),
      newestCode: (id) =>
        Effect.map(ofLogon(id), ({ codes }) =>
          memorySecurityCode(codes.findLast(({ targetDigest }) => targetDigest !== "")!.id)
        ),
      activation: (username) =>
        Effect.sync(() => {
          const logon = [...house.logons.values()].find((each) => each.usernameKey === usernameKey(username))!
          return activationToken(logon.activationCodes.at(-1)!.id)
        }),
      link: (purpose, id) =>
        Effect.map(ofLogon(id), ({ emailLinks, passwordLinks }) =>
          linkToken((purpose === "email-change" ? emailLinks : passwordLinks).at(-1)!.id)
        ),
      notMeCode: (id) => Effect.map(ofLogon(id), ({ notMeCodes }) => memoryNotMeCode(notMeCodes.at(-1)!.id)),
      forgotten: Effect.sync(() => house.forgotten.at(-1)!.id),
      appCode: (_, at) => Redacted.make(memoryAppCode(Math.floor(DateTime.toEpochMillis(at) / 30_000)))
    })
  })
)
