/** Days of each month, in a leap year. */
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isDay = (month: number, day: number): boolean => day >= 1 && day <= (days[month - 1] ?? 0)

/** A birthday, month or day first, or the year of one: `0704`, `2511`, `1985`. */
const isBirthday = (pin: string): boolean => {
  const [first, second] = [Number(pin.slice(0, 2)), Number(pin.slice(2))]
  return pin.length === 4 && (isDay(first, second) || isDay(second, first) || first === 19 || first === 20)
}

/** Whether a PIN is one digit again and again, counts up or down by one, or can be a birthday: `0000`, `1234`, `9876`, `0704`. */
export const isGuessedFirst = (pin: string): boolean => {
  const steps = new Set<number>()
  for (let i = 1; i < pin.length; i++) steps.add(pin.charCodeAt(i) - pin.charCodeAt(i - 1))
  const [step = 0, ...others] = steps
  return (others.length === 0 && Math.abs(step) < 2) || isBirthday(pin)
}
