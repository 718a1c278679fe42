import type { ColorScheme, Theme } from "../protocol/ToFrameMessage.ts"

/** The colours that text and lines are measured against. Names are those of `Appearance`. */
export interface Palette {
  readonly colorPrimary: string
  readonly colorOnPrimary: string
  readonly colorBackground: string
  readonly colorSurface: string
  readonly colorText: string
  readonly colorTextMuted: string
  readonly colorBorder: string
  readonly colorDanger: string
  readonly colorSuccess: string
  readonly colorFocus: string
}

/** Mayflower 13.2.0 (MIT), by value; the border is `#707070`, since Mayflower's own fails WCAG 1.4.11. */
const light: Palette = {
  colorPrimary: "#14558f",
  colorOnPrimary: "#ffffff",
  colorBackground: "#ffffff",
  colorSurface: "#e8eef4",
  colorText: "#141414",
  colorTextMuted: "#535353",
  colorBorder: "#707070",
  colorDanger: "#b00b0b",
  colorSuccess: "#2d6a46",
  colorFocus: "#14558f"
}

const dark: Palette = {
  colorPrimary: "#8cc4f5",
  colorOnPrimary: "#0b1a28",
  colorBackground: "#12171c",
  colorSurface: "#1d2730",
  colorText: "#f2f2f2",
  colorTextMuted: "#c2c7cc",
  colorBorder: "#8f979e",
  colorDanger: "#ff9d94",
  colorSuccess: "#8fd6a8",
  colorFocus: "#8cc4f5"
}

const plain: Partial<Palette> = { colorPrimary: "#1f4f7a", colorSurface: "#f2f2f2" }

const contrast: Partial<Palette> = {
  colorPrimary: "#00366b",
  colorText: "#000000",
  colorTextMuted: "#000000",
  colorBorder: "#000000",
  colorDanger: "#8a0000",
  colorSuccess: "#00481f",
  colorFocus: "#000000"
}

const contrastDark: Partial<Palette> = {
  colorPrimary: "#b8ddff",
  colorBackground: "#000000",
  colorText: "#ffffff",
  colorTextMuted: "#ffffff",
  colorBorder: "#ffffff",
  colorFocus: "#ffffff"
}

/** The colours of a theme in a scheme; `auto` is the system's. */
export const paletteOf = (theme: Theme, scheme: ColorScheme, systemIsDark: boolean): Palette => {
  const isDark = scheme === "dark" || (scheme === "auto" && systemIsDark)
  const own = theme === "plain" && !isDark ? plain : theme === "contrast" ? (isDark ? contrastDark : contrast) : {}
  return { ...(isDark ? dark : light), ...own }
}
