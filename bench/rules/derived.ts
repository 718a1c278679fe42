import { byHand, isId, isLetterId, isOffered, takes } from "./byHand.ts"
import type { Facts } from "./cases.ts"

/** What engines of comparisons cannot say of lists is worked out by the hand-written code and given to them: to their advantage. */
export const derived = (facts: Facts) => {
  const { attempts, claim } = facts
  const isLetter = claim.kind === "letterId"
  const open = {
    amountFailures: 0,
    amountFailuresInYear: 0,
    letterFailures: 0,
    letterFailuresLately: 0,
    letterFailuresEverywhere: 0
  }
  return {
    isLetter,
    amountFailures: attempts.amountFailures,
    amountFailuresInYear: attempts.amountFailuresInYear,
    letterFailures: attempts.letterFailures,
    letterFailuresLately: attempts.letterFailuresLately,
    letterFailuresEverywhere: attempts.letterFailuresEverywhere,
    taxpayerType: claim.taxpayerType,
    idType: claim.idType,
    isNumber: isId(claim.idType, claim.id),
    isOffered: isOffered(claim.accountType, claim.idType),
    isTaken: takes(claim.accountType, claim.kind),
    amount: claim.amount ?? 0,
    isLetterId: isLetterId(claim.letterId ?? ""),
    onRecord: byHand({ ...facts, attempts: open })
  }
}

/** Rule id, and when it says no: in the order of the question. Conditions are fact, operator, value. */
export const refusals: ReadonlyArray<
  readonly [
    id: string,
    all: ReadonlyArray<
      readonly [string, "equal" | "notEqual" | "greaterThanInclusive" | "lessThanInclusive", string | number | boolean]
    >
  ]
> = [
  [
    "D-30b",
    [
      ["isLetter", "equal", false],
      ["amountFailuresInYear", "greaterThanInclusive", 10]
    ]
  ],
  [
    "D-30a",
    [
      ["isLetter", "equal", false],
      ["amountFailures", "greaterThanInclusive", 5]
    ]
  ],
  [
    "D-30c",
    [
      ["isLetter", "equal", true],
      ["letterFailuresLately", "greaterThanInclusive", 1],
      ["letterFailures", "greaterThanInclusive", 5]
    ]
  ],
  [
    "D-30c",
    [
      ["isLetter", "equal", true],
      ["letterFailuresLately", "greaterThanInclusive", 1],
      ["letterFailuresEverywhere", "greaterThanInclusive", 100],
      ["letterFailures", "greaterThanInclusive", 2]
    ]
  ],
  [
    "R-03a",
    [
      ["taxpayerType", "equal", "business"],
      ["idType", "notEqual", "FEIN"]
    ]
  ],
  [
    "R-03a",
    [
      ["taxpayerType", "equal", "individual"],
      ["idType", "equal", "FEIN"]
    ]
  ],
  ["D-22a", [["isNumber", "equal", false]]],
  ["D-31", [["isOffered", "equal", false]]],
  ["R-04", [["isTaken", "equal", false]]],
  [
    "R-08",
    [
      ["isLetter", "equal", false],
      ["amount", "lessThanInclusive", 0]
    ]
  ],
  [
    "D-07a",
    [
      ["isLetter", "equal", true],
      ["isLetterId", "equal", false]
    ]
  ],
  ...["R-06", "R-09", "R-07", "R-41", "R-14a", "R-14b", "D-07b"].map((id) => [id, [["onRecord", "equal", id]]] as never)
]
