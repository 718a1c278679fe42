/** The locales that have a catalogue; BCP 47. The first is the one for everybody else. */
export const spokenLocales = ["en"] as const
export type SpokenLocale = (typeof spokenLocales)[number]
