import { setupI18n } from "@lingui/core"
import type { MessageId } from "@mtc-logon/core/wording/rules"
import { catalog } from "./catalog.ts"

const i18n = setupI18n({ locale: "en", messages: { en: { ...catalog } } })

const known = new Set(Object.keys(catalog))

/** Takes in the sentences of screens that were loaded later. */
export const learn = (more: typeof catalog): void => {
  for (const id of Object.keys(more)) known.add(id)
  i18n.load("en", { ...more })
}

/** What stands in the braces of a sentence. */
export type Params = Readonly<Record<string, string | number>>

/** The sentence of an id, in the language of the page. */
export const say = (id: MessageId, params: Params = {}): string => i18n._(id, params)

/** Whether a word that came as data is the id of a sentence that this build has. */
export const isMessageId = (id: string): id is MessageId => known.has(id)

/** The sentence of an id that came as data; a server newer than the page may send one that it does not know yet. */
export const sayOf = (id: string, params: Params = {}, otherwise: MessageId = "issue.other"): string =>
  say(isMessageId(id) ? id : otherwise, params)
