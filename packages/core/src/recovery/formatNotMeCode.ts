/** A "this was not me" code as it is printed, in groups of four: `K7QF-2MZX-91AB-7TTE`. ☼ */
export const formatNotMeCode = (code: string): string => code.match(/.{1,4}/gu)?.join("-") ?? ""
