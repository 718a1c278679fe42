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

/** The beginnings that ids have in common: `"account-type."`. */
type FamilyOf<Id, Before extends string = ""> = Id extends `${infer Word}.${infer Rest}`
  ? `${Before}${Word}.` | FamilyOf<Rest, `${Before}${Word}.`>
  : never
export type Family = FamilyOf<MessageId>

const reported = new Set<string>()

/** Tells whoever watches over the page, as of a script that broke; once for each id. */
const reportLacking = (id: string): void => {
  if (reported.has(id)) return
  reported.add(id)
  if (typeof reportError === "function") reportError(new Error(`no sentence: ${id}`))
}

/**
 * The sentence of an id that came as data, one of a family.
 *
 * **Details**
 *
 * The build reads the family in the call, and takes all of its sentences into the page.
 *
 * **Gotchas**
 *
 * Where there is none, the fault is reported, and the person reads `otherwise`, which has to be true whatever the id is; else
 * the id itself: no other sentence is ever read in its place.
 */
export const sayOf = (family: Family, id: string, params: Params = {}, otherwise?: MessageId): string => {
  if (isMessageId(id) && id.startsWith(family)) return say(id, params)
  reportLacking(id)
  return otherwise === undefined ? id : say(otherwise, params)
}
