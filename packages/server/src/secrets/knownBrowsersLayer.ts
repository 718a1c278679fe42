import { KnownBrowsers } from "@mtc-logon/core/login"
import { Effect, Layer } from "effect"
import { Digests } from "./Digests.ts"

/** Characters of a mark: 88 bits of its digest. */
const length = 22

/** Marks of logons: the beginning of a keyed digest, so that nothing about them is kept. */
export const knownBrowsersLayer = Layer.effect(
  KnownBrowsers,
  Effect.map(Digests, ({ allOf, of }) =>
    KnownBrowsers.of({
      markOf: (logonId) => of("browser", logonId).slice(0, length),
      isKnown: (logonId, marks) => allOf("browser", logonId).some((mark) => marks.includes(mark.slice(0, length)))
    })
  )
)
