/** A slash of any kind, `www.`, or a scheme before something: `tel:911`. `S:t` and `N:o` are names. */
const sign = /[/\\⁄]|www[.。]|\p{L}{3}:\S/iu

/** Whether a mail program makes a link of a text, in whatever width it was typed, even if no dot is read. */
export const isWebAddress = (text: string): boolean => sign.test(text.normalize("NFKC"))
