/** A recovery code as it is printed, in groups of four: `7HK2-014V-Q9XT-3MZB`. @rule D-49 */
export const formatRecoveryCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/gu, "$1-")
