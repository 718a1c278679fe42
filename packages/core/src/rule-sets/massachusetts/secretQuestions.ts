/** The list of secret questions, wording `secret-question.<id>`: the first is the seed's (line 225), the others are ours. @rule D-20 */
export const secretQuestions = [
  "city-met-spouse",
  "first-pet",
  "first-school",
  "city-mother-born",
  "first-employer",
  "childhood-friend"
] as const
