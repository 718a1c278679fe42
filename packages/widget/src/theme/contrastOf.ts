/** sRGB, linear light, 0 to 1. */
type Linear = readonly [number, number, number]

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

const clamp = (value: number): number => Math.min(Math.max(value, 0), 1)

const hex = (text: string): Linear | undefined => {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text)
  if (digits === null) return undefined
  const [, short, long = short?.replaceAll(/./g, "$&$&") ?? ""] = digits
  const at = (index: number) => linear(Number.parseInt(long.slice(index, index + 2), 16) / 255)
  return [at(0), at(2), at(4)]
}

/** Björn Ottosson's matrices; what lies outside sRGB is clipped, as a screen does. */
const oklch = (text: string): Linear | undefined => {
  const parts = /^oklch\(\s*(\d*\.?\d+)(%?)\s+(\d*\.?\d+)\s+(\d*\.?\d+)(?:deg)?\s*\)$/i.exec(text)
  if (parts === null) return undefined
  const lightness = Number(parts[1]) / (parts[2] === "%" ? 100 : 1)
  const hue = (Number(parts[4]) * Math.PI) / 180
  const [a, b] = [Number(parts[3]) * Math.cos(hue), Number(parts[3]) * Math.sin(hue)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  ]
}

const luminance = (color: string): number | undefined => {
  const parsed = hex(color) ?? oklch(color)
  return parsed === undefined ? undefined : 0.2126 * parsed[0] + 0.7152 * parsed[1] + 0.0722 * parsed[2]
}

/** Whether a text is a colour that can be measured: `#14558f`, `#fff`, `oklch(45% 0.1 250)`. */
export const isColor = (text: string): boolean => luminance(text) !== undefined

/** Contrast of two colours by WCAG 2, 1 to 21; 1 where one is none. */
export const contrastOf = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)]
  return a === undefined || b === undefined ? 1 : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
