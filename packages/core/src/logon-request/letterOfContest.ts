import type { LetterEvent } from "./LetterEvent.ts"

/** The letter that is mailed at once where somebody is frozen, or a contest begins; none where none can be. ☼ @rule D-62 */
export const letterOfContest = (
  events: ReadonlyArray<{ readonly _tag: string }>,
  letterRowId: string | null
): ReadonlyArray<LetterEvent> =>
  letterRowId !== null && events.some(({ _tag }) => _tag === "ContestBegun" || _tag === "RoleSuspended")
    ? [{ _tag: "LetterMailed", letterRowId }]
    : []
