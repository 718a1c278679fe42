import { over } from "../engine/Rule.ts"
import { isIdNumber } from "../taxpayer/isIdNumber.ts"
import { isOnAReturn, matchReturns } from "./isOnAReturn.ts"
import { matchLetters } from "./matchLetters.ts"
import { verificationFacts } from "./verificationFacts.ts"
import type { VerificationFacts } from "./verificationFacts.ts"
import type { VerificationPolicy } from "./verificationSheet.ts"

const { choice, derived, rule, ruleOn, question } = over<VerificationFacts, VerificationPolicy>(verificationFacts)

const evidence = choice("claim.kind")

/** The words for every reason that rests on what is on file. @rule D-09 */
const notVerified = {
  message: "decision.not-verified",
  remedies: ["remedy.check-number-and-amount", "remedy.use-letter-id", "remedy.call"]
} as const

export const amountAttemptsAreLeft = rule({
  id: "D-30a",
  title: "Fewer amounts have failed in the window than the limit",
  cites: [
    { decision: "D-30" },
    { source: "NIST SP 800-63B-4, 3.2.2 Rate limiting", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  when: evidence.isNot("letterId"),
  reads: ["attempts.amountFailures"],
  check: ({ attempts }, { verification }) => attempts.amountFailures < verification.attempts.amounts.maxFailures,
  message: "decision.locked-until",
  remedies: ["remedy.wait", "remedy.use-letter-id", "remedy.call"]
})

export const amountsAreOpen = rule({
  id: "D-30b",
  title: "Fewer amounts have failed in a year than close amounts for the number",
  cites: [{ decision: "D-30" }],
  when: evidence.isNot("letterId"),
  reads: ["attempts.amountFailuresInYear"],
  check: ({ attempts }, { verification }) =>
    attempts.amountFailuresInYear < verification.attempts.amounts.maxFailuresPerYear,
  message: "decision.amounts-closed",
  remedies: ["remedy.use-letter-id", "remedy.request-letter", "remedy.call"]
})

/**
 * A network that has failed often waits a while between two tries: it slows machines, and closes letters to nobody.
 *
 * **Gotchas**
 *
 * One network's failures are nothing to another: only how many it may have depends on all of them together (I24). The id is
 * that of the counter over all networks that stood here before, so that rule sets which ask it can still be read (ADR 0031).
 */
export const letterAttemptsAreLeft = rule({
  id: "D-30c",
  title: "Fewer letter IDs from this network have failed than make it wait, or it has waited",
  cites: [{ decision: "D-30" }, { decision: "D-61" }],
  when: evidence.is("letterId"),
  reads: ["attempts.letterFailures", "attempts.letterFailuresLately", "attempts.letterFailuresEverywhere"],
  check: ({ attempts }, { verification }) => {
    const { alarmFailures, maxFailures, maxFailuresInAlarm } = verification.attempts.letters
    const most = attempts.letterFailuresEverywhere < alarmFailures ? maxFailures : maxFailuresInAlarm
    return attempts.letterFailures < most || attempts.letterFailuresLately === 0
  },
  message: "decision.locked-until",
  remedies: ["remedy.wait", "remedy.call"]
})

export const idFitsTaxpayer = rule({
  id: "R-03a",
  title: "An individual has an SSN or an ITIN, a business has a FEIN",
  cites: [{ source: "seed", line: 71, quote: "My SSN/ITIN AND" }, { decision: "D-24" }],
  reads: ["claim.taxpayerType", "claim.idType"],
  check: ({ claim }) => (claim.taxpayerType === "business") === (claim.idType === "FEIN"),
  message: "issue.id-type-does-not-fit",
  remedies: ["remedy.choose-id-type"]
})

export const idIsWellFormed = rule({
  id: "D-22a",
  title: "The ID can be a number of its type",
  cites: [
    { decision: "D-22" },
    { decision: "D-66" },
    {
      source: "SSA: Social Security number randomization",
      url: "https://www.ssa.gov/employer/randomization.html"
    },
    {
      source: "SSA: Social Security cards issued by Woolworth",
      url: "https://www.ssa.gov/history/ssn/misused.html"
    },
    {
      source: "IRS: How EINs are assigned and valid EIN prefixes",
      url: "https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes"
    }
  ],
  reads: ["claim.idType", "claim.id"],
  check: ({ claim }, { idRanges }) => isIdNumber(claim.idType, claim.id, idRanges),
  message: "issue.id-malformed",
  remedies: ["remedy.check-id"]
})

export const accountTypeFitsId = rule({
  id: "D-31",
  title: "The account type is one that the ID type is offered",
  cites: [
    { source: "seed", line: 93, quote: "Select an account type that you have already filed a return for." },
    { decision: "D-31" }
  ],
  reads: ["claim.idType", "claim.accountType"],
  check: ({ claim }, { accountTypes }) =>
    Object.hasOwn(accountTypes, claim.accountType) && accountTypes[claim.accountType].idTypes.includes(claim.idType),
  message: "issue.account-type-not-offered",
  remedies: ["remedy.choose-account-type"]
})

export const kindIsOffered = rule({
  id: "R-04",
  title: "The account type takes this kind of evidence",
  cites: [
    { source: "seed", line: 77, quote: "Line item detail from one of the last three returns" },
    { source: "seed", line: 125, quote: "A tax return amount OR a tax refund amount" },
    { decision: "D-03" }
  ],
  reads: ["claim.accountType", "claim.kind"],
  check: ({ claim }, { accountTypes }) =>
    Object.hasOwn(accountTypes, claim.accountType) && accountTypes[claim.accountType].claimKinds.includes(claim.kind),
  message: "issue.evidence-not-offered",
  remedies: ["remedy.choose-evidence"]
})

export const amountIsPositive = rule({
  id: "R-08",
  title: "The amount is greater than $0",
  cites: [
    { source: "seed", line: 74, quote: "Zero return amount cannot be used for authentication" },
    { source: "seed", line: 99, quote: "The amount must be greater than $0." },
    { decision: "D-08" }
  ],
  when: evidence.isNot("letterId"),
  reads: ["claim.amount"],
  check: ({ claim }) => claim.amount !== null && claim.amount > 0,
  message: "issue.amount-not-positive",
  remedies: ["remedy.choose-other-return", "remedy.use-letter-id", "remedy.call"]
})

export const letterIdIsWellFormed = rule({
  id: "D-07a",
  title: "A letter ID is L and ten digits",
  cites: [
    { decision: "D-07" },
    { source: "Illinois Department of Revenue: MyTax Illinois, Letter ID", url: "https://tax.illinois.gov/" }
  ],
  when: evidence.is("letterId"),
  reads: ["claim.letterId"],
  check: ({ claim }) => claim.letterId !== null && /^L\d{10}$/u.test(claim.letterId),
  message: "issue.letter-id-malformed",
  remedies: ["remedy.check-letter"]
})

export const accountTypeIsFiled = rule({
  id: "R-06",
  title: "A return of the account type is on file",
  cites: [{ source: "seed", line: 93, quote: "that you have already filed a return for" }],
  reads: ["claim.accountType", "record.returns"],
  check: ({ claim, record }) =>
    record.returns.some((filed) => filed.accountType === claim.accountType && filed.amendedOf === undefined),
  ...notVerified
})

/** One walk over the returns for all that asks where the amount stands. */
export const matchingReturns = derived({
  id: "record.matchingReturns",
  label: "the returns of the window that the amount stands on",
  cites: [{ decision: "D-02" }, { decision: "D-03" }, { decision: "D-04" }],
  reads: ["claim.accountType", "claim.kind", "claim.amount", "record.returns", "record.today"],
  of: ({ claim, record }, policy) => matchReturns(claim, record, policy),
  show: ({ recent, settled }) => (settled ? "one that counts" : recent ? "one that does not count yet" : "none")
})

/** One walk over the letters for all that asks about the one whose ID was typed. */
export const matchingLetters = derived({
  id: "record.matchingLetters",
  label: "the letters that have the letter ID",
  cites: [{ decision: "D-06" }, { decision: "D-07" }],
  reads: ["claim.letterId", "record.letters"],
  of: ({ claim, record }, { verification }) => matchLetters(claim.letterId, record.letters, verification.letters),
  show: ({ live, signUp, theirs }) =>
    live ? "one that can be used" : signUp ? "one that can no longer be used" : theirs ? "one of another kind" : "none"
})

export const amountIsOnAReturn = rule({
  id: "R-09",
  title: "The amount is that of the line of its kind on a return of the account type, to the cent",
  cites: [
    { source: "seed", line: 135, quote: "Income Tax After Credits" },
    { source: "seed", line: 133, quote: "Refund Amount" },
    { decision: "D-03" },
    { decision: "D-04" },
    { decision: "D-05" },
    { decision: "D-06" }
  ],
  when: evidence.isNot("letterId"),
  reads: ["claim.accountType", "claim.kind", "claim.amount", "record.returns"],
  check: ({ claim, record }, policy) => isOnAReturn(claim, record.returns, policy),
  ...notVerified
})

export const amountIsOnARecentReturn = ruleOn(matchingReturns, {
  id: "R-07",
  title: "That return is one of the last ones, as far back as the policy says",
  cites: [
    {
      source: "seed",
      line: 125,
      quote: "from 1 of the past 3 Personal Income Tax filed returns"
    },
    { source: "seed", line: 73, quote: "Amount due from one of the last three returns" },
    { decision: "D-02" }
  ],
  when: evidence.isNot("letterId"),
  holds: ({ recent }) => recent,
  ...notVerified
})

export const returnIsSettled = ruleOn(matchingReturns, {
  id: "R-41",
  title: "That return is posted for long enough and not under identity-theft review",
  cites: [
    {
      source: "IRS: Identity Theft Central",
      url: "https://www.irs.gov/identity-theft-central"
    }
  ],
  when: evidence.isNot("letterId"),
  holds: ({ settled }) => settled,
  ...notVerified
})

export const letterIsTheirs = ruleOn(matchingLetters, {
  id: "R-14a",
  title: "The letter was mailed to this taxpayer",
  cites: [
    { source: "seed", line: 76, quote: "Letter ID from the letter I received informing me about signing up" },
    { decision: "D-06" }
  ],
  when: evidence.is("letterId"),
  holds: ({ theirs }) => theirs,
  ...notVerified
})

export const letterIsASignUpLetter = ruleOn(matchingLetters, {
  id: "R-14b",
  title: "That letter is one about signing up for MassTaxConnect",
  cites: [
    { source: "seed", line: 127, quote: "the letter you received informing you about signing up for MassTaxConnect" },
    { source: "Illinois Department of Revenue: MyTax Illinois, Letter ID", url: "https://tax.illinois.gov/" }
  ],
  when: evidence.is("letterId"),
  holds: ({ signUp }) => signUp,
  ...notVerified
})

export const letterIsLive = ruleOn(matchingLetters, {
  id: "D-07b",
  title: "That letter is the newest, unused, held by nobody else, and not too old",
  cites: [
    { decision: "D-07" },
    {
      source: "NIST SP 800-63A-4, confirmation codes",
      url: "https://pages.nist.gov/800-63-4/sp800-63a.html"
    }
  ],
  when: evidence.is("letterId"),
  holds: ({ live }) => live,
  ...notVerified
})

/** Is this person the taxpayer? */
export const verification = question({
  id: "verification",
  // What is closed comes before what waits: nobody is told to wait for what does not open.
  lockedUnless: [amountsAreOpen, amountAttemptsAreLeft, letterAttemptsAreLeft],
  refusedUnless: [
    idFitsTaxpayer,
    idIsWellFormed,
    accountTypeFitsId,
    kindIsOffered,
    amountIsPositive,
    letterIdIsWellFormed,
    accountTypeIsFiled,
    amountIsOnAReturn,
    amountIsOnARecentReturn,
    returnIsSettled,
    letterIsTheirs,
    letterIsASignUpLetter,
    letterIsLive
  ],
  reads: [],
  grants: () => "verified" as const,
  secretAnswer: notVerified
})
