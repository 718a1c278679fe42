import { createElementClass } from "./host/createElementClass.ts"
import { defineElement } from "./host/defineElement.ts"
import { enHost } from "@mtc-logon/core/wording/rules"

/** `mtc.js`: a page needs only a script tag and the element. The script's origin is the service's origin. */
const { currentScript } = document
const origin = new URL((currentScript as HTMLScriptElement | null)?.src ?? "", location.href).origin

defineElement(createElementClass(enHost, origin))
