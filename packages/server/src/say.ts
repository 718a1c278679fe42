import { setupI18n } from "@lingui/core"
import { compileMessage } from "@lingui/message-utils/compileMessage"
import { en, spokenLocales } from "@mtc-logon/core/wording"
import type { MessageId, SpokenLocale } from "@mtc-logon/core/wording"

/** Says a sentence of the wording in one locale; its parameters stand as they are, so a page must escape them. */
export type Say = (id: MessageId, params?: Readonly<Record<string, string | number>>) => string

const sentences = { en } satisfies Record<SpokenLocale, Readonly<Record<MessageId, string>>>

/** The id of a sentence that was put together from words; one that the wording does not have is `otherwise`, or a defect. */
export const messageIdOf = (id: string, otherwise?: MessageId): MessageId => {
  const isMessageId = (each: string): each is MessageId => Object.hasOwn(en, each)
  if (isMessageId(id)) return id
  if (otherwise === undefined) throw new Error(`The wording has no sentence ${id}`)
  return otherwise
}

const spoken = new Map<string, Say>()

const sayOf = (locale: SpokenLocale): Say => {
  const messages = Object.fromEntries(
    Object.entries<string>(sentences[locale]).map(([id, sentence]) => [id, compileMessage(sentence)])
  )
  const i18n = setupI18n({
    locale,
    messages: { [locale]: messages },
    missing: (_, id) => {
      throw new Error(`The wording has no sentence ${id}`)
    }
  })
  return (id, params) => i18n._(id, params === undefined ? undefined : { ...params })
}

/**
 * The sentences in a locale, or in English where that one has no catalogue.
 *
 * **Gotchas**
 *
 * An id without a sentence is a defect: it throws.
 */
export const sayIn = (locale: string): Say => {
  const known = spokenLocales.find((each) => each === locale) ?? spokenLocales[0]
  const say = spoken.get(known) ?? sayOf(known)
  spoken.set(known, say)
  return say
}
