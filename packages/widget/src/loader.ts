import { createElementClass } from "./host/createElementClass.ts"
import { defineElement } from "./host/defineElement.ts"
import { enHost } from "@mtc-logon/core/wording/rules"

/** `mtc.js`: a script tag and the element are all a page needs. The service stands where the script came from. */
const { currentScript } = document
const origin = new URL((currentScript as HTMLScriptElement | null)?.src ?? "", location.href).origin

defineElement(createElementClass(enHost, origin))
