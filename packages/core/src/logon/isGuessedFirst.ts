/** Whether a PIN is one digit again and again, or counts up or down by one: `0000`, `1234`, `9876`. */
export const isGuessedFirst = (pin: string): boolean => {
  const steps = new Set<number>()
  for (let i = 1; i < pin.length; i++) steps.add(pin.charCodeAt(i) - pin.charCodeAt(i - 1))
  const [step = 0, ...others] = steps
  return others.length === 0 && Math.abs(step) < 2
}
