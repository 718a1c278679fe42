import { memoryAppCode, MemoryHouse } from "@mtc-logon/core/testing"
import { usernameKey } from "@mtc-logon/core/logon"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Watch } from "./Watch.ts"

/** Looks at a house in memory. */
export const memoryWatch = Layer.effect(
  Watch,
  Effect.map(MemoryHouse, (house) =>
    Watch.of({
      happened: (id) =>
        Effect.sync(() => house.events.filter(({ subjectId }) => subjectId === id).map(({ event }) => event._tag)),
      notices: (id) =>
        Effect.sync(() =>
          house.notices
            .filter(({ subjectId }) => subjectId === id)
            .map(({ kind }) => kind)
            .sort()
        ),
      newestCode: (id) => Effect.sync(() => house.securityCodes.findLast(({ logonId }) => logonId === id)!.code),
      activation: (username) =>
        Effect.sync(() => {
          const logon = [...house.logons.values()].find((each) => usernameKey(each.username) === usernameKey(username))!
          return Redacted.make(`activation:${house.activationCodes.findLast(({ logonId }) => logonId === logon.id)!.id}`)
        }),
      link: (purpose, id) =>
        Effect.sync(() =>
          Redacted.make(
            `link:${house.links.findLast((link) => link.logonId === id && link.purpose === purpose)!.id}`
          )
        ),
      notMeCode: (id) =>
        Effect.sync(() => Redacted.make(house.notMeCodes.findLast(({ logonId }) => logonId === id)!.code)),
      forgotten: Effect.sync(() => house.forgotten.at(-1)!.id),
      appCode: (_, at) => Redacted.make(memoryAppCode(Math.floor(DateTime.toEpochMillis(at) / 30_000)))
    })
  )
)
