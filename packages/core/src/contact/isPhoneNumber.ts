/** In North America 555-01xx is kept for fiction, and neither area nor exchange begins with 0 or 1. */
const isFictitious = (area: string, exchange: string, line: string): boolean =>
  (exchange === "555" && line.startsWith("01")) || /^[01]/u.test(area) || /^[01]/u.test(exchange)

/**
 * Checks whether a phone number (E.164) can exist.
 *
 * **Details**
 *
 * `live` refuses exactly the fictitious North American numbers. `sandbox` accepts only them, so that its messages
 * cannot reach anyone: `(111) 111-1111` of the walk-through is one.
 *
 * @rule D-22
 */
export const isPhoneNumber = (phoneNumber: string, ranges: "live" | "sandbox"): boolean => {
  const [, area, exchange = "", line = ""] = /^\+1(\d{3})(\d{3})(\d{4})$/u.exec(phoneNumber) ?? []
  if (area === undefined) return ranges === "live" && /^\+[2-9]\d{6,14}$/u.test(phoneNumber)
  return isFictitious(area, exchange, line) === (ranges === "sandbox")
}
