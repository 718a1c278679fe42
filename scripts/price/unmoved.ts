const guessesAllDay = "Whoever guesses all day never leaves a window of letters: the wait alone counts."

/** Rows that cost what their base costs, by rule set, each with the reason: any other such row is a step that is not measured. */
export const unmoved: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "mtc-2020": { "wrong letters count half as long": guessesAllDay }
}
