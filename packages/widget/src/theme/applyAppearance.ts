import type { Appearance } from "../protocol/Appearance.ts"
import type { ColorScheme, Theme } from "../protocol/ToFrameMessage.ts"
import { contrastOf, isColor } from "./contrastOf.ts"
import type { Palette } from "./paletteOf.ts"
import { paletteOf } from "./paletteOf.ts"

/** Foreground, background and the least contrast between them (WCAG 1.4.3, 1.4.11). */
const pairs: ReadonlyArray<readonly [keyof Palette, keyof Palette, number]> = [
  ["colorText", "colorBackground", 4.5],
  ["colorText", "colorSurface", 4.5],
  ["colorTextMuted", "colorBackground", 4.5],
  ["colorPrimary", "colorBackground", 4.5],
  ["colorPrimary", "colorSurface", 4.5],
  ["colorOnPrimary", "colorPrimary", 4.5],
  ["colorDanger", "colorBackground", 4.5],
  ["colorSuccess", "colorBackground", 4.5],
  ["colorBorder", "colorBackground", 3],
  ["colorFocus", "colorBackground", 3]
]

/** System stacks only: a frame loads no font of a partner. */
const fonts: Readonly<Record<string, string>> = {
  system: "system-ui, sans-serif",
  sans: "Arial, Helvetica, sans-serif",
  serif: "Georgia, serif",
  humanist: "Verdana, Tahoma, sans-serif"
}

const lengths: Readonly<Record<string, readonly [from: number, to: number]>> = {
  fontSizeBase: [14, 22],
  radius: [0, 16],
  spaceUnit: [6, 12]
}

/** What became of an appearance. */
export interface AppliedAppearance {
  /** Custom property -> value. */
  readonly properties: Readonly<Record<string, string>>
  readonly errors: ReadonlyArray<"appearance_contrast" | "appearance_malformed">
}

const isOf = (palette: Palette, name: string): name is keyof Palette => Object.hasOwn(palette, name)

const propertyOf = (name: string): string =>
  `--mtc-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/**
 * Reads what a page asked for: colours that can be measured, lengths within bounds, fonts of the list.
 *
 * **Details**
 *
 * A pair with too little contrast takes the page's colours of that pair back, and it is said once.
 */
export const readAppearance = (appearance: Appearance, base: Palette): AppliedAppearance => {
  const errors = new Set<"appearance_contrast" | "appearance_malformed">()
  const colors: { -readonly [C in keyof Palette]?: string } = {}
  const properties: Record<string, string> = {}
  for (const [name, value] of Object.entries(appearance.variables ?? {})) {
    const bounds = lengths[name]
    if (isOf(base, name) && isColor(value)) colors[name] = value
    else if (name === "fontFamily" && Object.hasOwn(fonts, value)) properties[propertyOf(name)] = fonts[value] ?? ""
    else if (bounds !== undefined && /^\d{1,2}(?:\.\d)?px$/.test(value))
      properties[propertyOf(name)] = `${Math.min(Math.max(Number.parseFloat(value), bounds[0]), bounds[1])}px`
    else errors.add("appearance_malformed")
  }
  // Taking one colour back can spoil another pair: go on until all hold.
  for (let spoiled = true; spoiled;) {
    const mixed = { ...base, ...colors }
    const bad = pairs.filter(([front, back, least]) => contrastOf(mixed[front], mixed[back]) < least)
    const taken = bad.flatMap(([front, back]) => [front, back]).filter((name) => Object.hasOwn(colors, name))
    spoiled = taken.length > 0
    for (const name of taken) delete colors[name]
    if (spoiled) errors.add("appearance_contrast")
  }
  for (const [name, value] of Object.entries(colors)) properties[propertyOf(name)] = value
  return { properties, errors: [...errors] }
}

/** Sets theme, scheme and appearance on an element, through the CSSOM: no inline style is needed. */
export const applyAppearance = (
  element: HTMLElement,
  {
    theme = "massachusetts",
    colorScheme = "light",
    appearance = {}
  }: { theme?: Theme; colorScheme?: ColorScheme; appearance?: Appearance }
): AppliedAppearance["errors"] => {
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches
  const palette = paletteOf(theme, colorScheme, systemIsDark)
  const { properties, errors } = readAppearance(appearance, palette)
  element.style.setProperty("color-scheme", colorScheme === "auto" ? "light dark" : colorScheme)
  for (const [name, value] of Object.entries(palette)) element.style.setProperty(propertyOf(name), value)
  for (const name of ["fontFamily", ...Object.keys(lengths)]) element.style.removeProperty(propertyOf(name))
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(propertyOf(name), value)
  element.dataset["density"] = appearance.density ?? "comfortable"
  return errors
}
