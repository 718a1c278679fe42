import { defineElement } from "./host/defineElement.ts"
import { createInlineClass } from "./inline/createInlineClass.tsx"
import type { InlineSettings } from "./inline/createInlineClass.tsx"

export type { InlineSettings } from "./inline/createInlineClass.tsx"
export type { LogonElement } from "./host/LogonElement.ts"
export type { LogonEvents } from "./host/LogonEvents.ts"
export { widgetVersion as MTC_WIDGET_VERSION } from "./widgetVersion.ts"

/** Registers `<mtc-create-logon>` for the Department's own pages: the form itself, no frame. */
export const defineMtcElements = (
  settings: InlineSettings & { readonly registry?: CustomElementRegistry } = {}
): void => defineElement(createInlineClass(settings), settings.registry)
