import { createElementClass } from "./host/createElementClass.ts"
import { createLogon } from "./host/createLogon.ts"
import { defineElement } from "./host/defineElement.ts"
import { hostWords } from "./wording/hostWords.ts"
import { widgetVersion } from "./widgetVersion.ts"

/** `mtc.js`: a script tag is all a page needs. The service stands where the script came from. */
const { currentScript } = document
const origin =
  currentScript instanceof HTMLScriptElement ? new URL(currentScript.src, location.href).origin : location.origin

defineElement(createElementClass(hostWords, origin, widgetVersion))

Object.assign(globalThis, { MtcLogon: { createLogon, version: widgetVersion } })
