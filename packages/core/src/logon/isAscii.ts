/** Whether a text is ASCII: then every Unicode form of it is the text itself, and nothing has to be looked for in tables. */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/u.test(text)
