/** The sentences in English: message id -> ICU MessageFormat. The typed source of the other locales. */
export const en = {
  // rules

  // issues

  // screens

  // pages

  // mails
} as const
