/** The activation code of a mail: what stands behind the # of its link. */
export const activationCodeIn = (text: string): string => /\/activate#([\w-]+)/u.exec(text)![1]!

/** The security code of a mail. */
export const securityCodeIn = (text: string): string => /\b(\d{6})\b/u.exec(text)![1]!
