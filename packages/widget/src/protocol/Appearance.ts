/** The part of the form's look that a partner can set: values, never rules, selectors or URLs. */
export const appearanceVariables = [
  "colorPrimary",
  "colorOnPrimary",
  "colorBackground",
  "colorSurface",
  "colorText",
  "colorTextMuted",
  "colorBorder",
  "colorDanger",
  "colorSuccess",
  "colorFocus",
  "fontFamily",
  "fontSizeBase",
  "radius",
  "spaceUnit"
] as const

export type AppearanceVariable = (typeof appearanceVariables)[number]

/** Colors such as `#14558f` or `oklch(45% 0.1 250)`, lengths in whole px, and `fontFamily` from the allowed stacks. */
export interface Appearance {
  readonly variables?: { readonly [V in AppearanceVariable]?: string }
  readonly density?: "comfortable" | "compact"
}
