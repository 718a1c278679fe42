/** A phone number (E.164) as it may be shown before somebody has logged in: `(***) ***-6367`, others `***6367`. @rule R-38 */
export const maskPhoneNumber = (phoneNumber: string): string => {
  const lastFour = phoneNumber.slice(-4)
  return /^\+1\d{10}$/u.test(phoneNumber) ? `(***) ***-${lastFour}` : `***${lastFour}`
}
