import { describe, expect, test } from "vitest"
import type { ColorScheme, Theme } from "../../src/protocol/ToFrameMessage.ts"
import { readAppearance } from "../../src/theme/applyAppearance.ts"
import { contrastOf } from "../../src/theme/contrastOf.ts"
import { paletteOf } from "../../src/theme/paletteOf.ts"

const base = paletteOf("massachusetts", "light", false)
const themes: ReadonlyArray<Theme> = ["massachusetts", "plain", "contrast"]
const schemes: ReadonlyArray<ColorScheme> = ["light", "dark"]

test.each([
  { one: "#000000", other: "#ffffff", contrast: 21 },
  { one: "#14558f", other: "#fff", contrast: 7.7 },
  { one: "#dcdcdc", other: "#ffffff", contrast: 1.37 },
  { one: "oklch(100% 0 0)", other: "#000", contrast: 21 },
  { one: "red", other: "#000", contrast: 1 }
])("$one on $other has a contrast of $contrast", ({ one, other, contrast }) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 1)
})

test.each(themes.flatMap((theme) => schemes.map((scheme) => ({ theme, scheme }))))(
  "$theme in $scheme holds every pair by itself",
  ({ theme, scheme }) => {
    const palette = paletteOf(theme, scheme, false)
    expect(readAppearance({ variables: { ...palette } }, palette).errors).toEqual([])
  }
)

describe("what a page asks for", () => {
  test("counts where the contrast holds", () => {
    expect(readAppearance({ variables: { colorPrimary: "#5b2a86" } }, base)).toEqual({
      properties: { "--mtc-color-primary": "#5b2a86" },
      errors: []
    })
  })

  test("is taken back where text could not be read, and the rest stays", () => {
    const { properties, errors } = readAppearance({ variables: { colorText: "#cccccc", radius: "8px" } }, base)
    expect(properties).toEqual({ "--mtc-radius": "8px" })
    expect(errors).toEqual(["appearance_contrast"])
  })

  test("stays within lengths, and a font of the list", () => {
    const variables = { fontSizeBase: "60px", radius: "calc(1px)", fontFamily: "serif" }
    const { properties, errors } = readAppearance({ variables }, base)
    expect(properties).toEqual({ "--mtc-font-size-base": "22px", "--mtc-font-family": "Georgia, serif" })
    expect(errors).toEqual(["appearance_malformed"])
  })

  test("is no address and no rule", () => {
    const variables = { colorBackground: "url(https://evil.example)", fontFamily: "x;}body{display:none" }
    expect(readAppearance({ variables }, base)).toEqual({ properties: {}, errors: ["appearance_malformed"] })
  })
})
