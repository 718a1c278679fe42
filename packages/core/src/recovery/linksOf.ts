import { DateTime } from "effect"
import type { Logon } from "../logon/Logon.ts"

/** When links of a forgotten password were mailed, and when answers to them were wrong: all that any window looks at. */
export const linksOf = ({ passwordLinks }: Logon) => ({
  linksAt: passwordLinks.map(({ createdAt }) => createdAt),
  missesAt: passwordLinks
    .flatMap(({ missesAt }) => missesAt)
    .toSorted()
    .map((at) => DateTime.makeUnsafe(at))
})
