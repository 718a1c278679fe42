/** Formats a phone number (E.164) for print: `+16178876367` is `(617) 887-6367`, others stay `+442079460000`. */
export const formatPhoneNumber = (phoneNumber: string): string => {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/u.exec(phoneNumber) ?? []
  return area === undefined ? phoneNumber : `(${area}) ${exchange}-${line}`
}
