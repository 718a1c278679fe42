const noneIsLive =
  "A letter lives 21 days, and once none is live another is mailed whatever the count is: a year has as many letters as before."
const guessesAllDay = "Whoever guesses all day never leaves a window of letters: the wait alone counts."

/** Rows that cost what their base costs, by rule set, each with the reason: any other such row is a step that is not measured. */
export const unmoved: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "mtc-2020": { "wrong letters count half as long": guessesAllDay },
  "nist-800-63b-4": {
    "one letter more on request": noneIsLive,
    "letters on request count twice as long": noneIsLive
  }
}
