/** The locales that have a catalogue, as BCP 47 tags. The first is the default. */
export const spokenLocales = ["en"] as const
export type SpokenLocale = (typeof spokenLocales)[number]
