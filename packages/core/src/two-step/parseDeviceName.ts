import type { DeviceName } from "../logon/Logon.ts"

export type { DeviceName } from "../logon/Logon.ts"

/** The first word found is the one: each browser names those before it as well. */
const browsers: ReadonlyArray<readonly [string, DeviceName["browser"]]> = [
  ["Edg", "edge"],
  ["OPR/", "opera"],
  ["SamsungBrowser/", "samsung"],
  ["Firefox/", "firefox"],
  ["FxiOS/", "firefox"],
  ["CriOS/", "chrome"],
  ["Chromium/", "chrome"],
  ["Chrome/", "chrome"],
  ["Safari/", "safari"]
]

const systems: ReadonlyArray<readonly [string, DeviceName["system"]]> = [
  ["iPhone", "ios"],
  ["iPod", "ios"],
  ["iPad", "ipados"],
  ["Android", "android"],
  ["CrOS", "chromeos"],
  ["Windows", "windows"],
  ["Macintosh", "macos"],
  ["Linux", "linux"]
]

const firstIn = <N extends string>(text: string, words: ReadonlyArray<readonly [string, N]>): N | "other" =>
  words.find(([word]) => text.includes(word))?.[1] ?? "other"

/**
 * Reads a `User-Agent` as the two words by which a person knows a device.
 *
 * **Gotchas**
 *
 * It is the browser's own word: it names a device to its owner and decides nothing.
 */
export const parseDeviceName = (userAgent: string): DeviceName => ({
  browser: firstIn(userAgent, browsers),
  system: firstIn(userAgent, systems)
})
