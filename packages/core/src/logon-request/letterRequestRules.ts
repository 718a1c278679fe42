import { over } from "../engine/Rule.ts"
import type { VerificationPolicy } from "../verification/verificationSheet.ts"
import { letterRequestFacts } from "./letterRequestFacts.ts"
import type { LetterRequestFacts } from "./letterRequestFacts.ts"

const { rule, question } = over<LetterRequestFacts, VerificationPolicy>(letterRequestFacts)

/** What everybody is told who asks, whatever comes of it. */
const ifWeCan = { message: "letter-request.if-we-can", remedies: ["remedy.wait", "remedy.call"] } as const

const dayMs = 86_400_000

export const letterHasSomewhereToGo = rule({
  id: "D-07c",
  title: "A letter goes to the address on file, and nowhere else",
  cites: [{ decision: "D-07" }],
  reads: ["letterRequest.onFile"],
  check: ({ letterRequest }) => letterRequest.onFile,
  ...ifWeCan
})

export const noYoungLetterIsOut = rule({
  id: "D-07d",
  title: "While a letter is young and unused no other is mailed; one that was used stands in no way",
  cites: [{ decision: "D-62" }],
  reads: ["letterRequest.unusedMailedAt", "letterRequest.now"],
  check: ({ letterRequest: { now, unusedMailedAt } }, { verification: { letters } }) =>
    unusedMailedAt === null || now >= unusedMailedAt + letters.requestIntervalDays * dayMs,
  ...ifWeCan
})

export const lettersAreLeft = rule({
  id: "D-62b",
  title: "So many letters are mailed on request in the window; after that, one once none is live and the newest is old",
  cites: [{ decision: "D-62" }],
  reads: [
    "letterRequest.mailedInWindow",
    "letterRequest.unusedMailedAt",
    "letterRequest.newestMailedAt",
    "letterRequest.now"
  ],
  check: (
    { letterRequest: { mailedInWindow, newestMailedAt, now, unusedMailedAt } },
    { verification: { letters } }
  ) => {
    if (mailedInWindow < letters.maxRequestedInWindow) return true
    // Anyone can use the count up: it must not close the only way in to the owner, who then has no live letter.
    const isNoneLive = unusedMailedAt === null || now >= unusedMailedAt + letters.lifeDays * dayMs
    return isNoneLive && (newestMailedAt === null || now >= newestMailedAt + letters.requestIntervalDays * dayMs)
  },
  ...ifWeCan
})

/** Is a letter with a letter ID mailed to whoever asks? */
export const letterRequest = question({
  id: "letter-request",
  refusedUnless: [letterHasSomewhereToGo, noYoungLetterIsOut, lettersAreLeft],
  reads: [],
  grants: () => "mailed" as const,
  secretAnswer: ifWeCan
})
