/** The activation code of a mail: what stands behind the # of its link. */
export const activationCodeIn = (text: string): string => /\/activate#([\w-]+)/u.exec(text)![1]!

/** The security code of a mail. */
export const securityCodeIn = (text: string): string => /\b(\d{6})\b/u.exec(text)![1]!

/** What stands behind the # of the link to a page, in a mail. */
export const linkCodeIn = (text: string, page: string): string => new RegExp(`/${page}#([\\w-]+)`, "u").exec(text)![1]!

/** The letter ID of a letter. */
export const letterIdIn = (text: string): string => /\bL\d{10}\b/u.exec(text)![0]

/** The "this was not me" code of a letter, as it is printed. */
export const notMeCodeIn = (text: string): string => /\b[\dA-Z]{4}(?:-[\dA-Z]{4}){3}\b/u.exec(text)![0]
