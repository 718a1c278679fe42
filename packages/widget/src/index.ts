import { createElementClass } from "./host/createElementClass.ts"
import { defineElement } from "./host/defineElement.ts"
import { enHost } from "@mtc-logon/core/wording/rules"

export { createLogon } from "./host/createLogon.ts"
export type { Logon, LogonOptions } from "./host/createLogon.ts"
export type { LogonElement } from "./host/LogonElement.ts"
export type { LogonEvents } from "./host/LogonEvents.ts"
export type { Appearance, AppearanceVariable } from "./protocol/Appearance.ts"
export type { LogonErrorCode } from "./protocol/LogonErrorCode.ts"
export { widgetVersion as MTC_WIDGET_VERSION } from "./widgetVersion.ts"

/** The default origin of the service. */
export const defaultOrigin = "https://mtc.dor.state.ma.us"

/** Registers `<mtc-create-logon>` for framed and redirect mode, once, with the service at `origin`. */
export const defineMtcElements = (
  options: { readonly origin?: string; readonly registry?: CustomElementRegistry } = {}
): void => defineElement(createElementClass(enHost, options.origin ?? defaultOrigin), options.registry)
