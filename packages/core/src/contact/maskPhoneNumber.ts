/** Masks a phone number (E.164) for people who have not logged in: `(***) ***-6367`, others `***6367`. @rule R-38 */
export const maskPhoneNumber = (phoneNumber: string): string => {
  const lastFour = phoneNumber.slice(-4)
  return /^\+1\d{10}$/u.test(phoneNumber) ? `(***) ***-${lastFour}` : `***${lastFour}`
}
