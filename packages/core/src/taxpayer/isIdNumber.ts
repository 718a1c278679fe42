import type { IdRanges } from "../policy/idRanges.ts"
import type { IdType } from "./IdType.ts"
import { isPublishedSsn } from "./isPublishedSsn.ts"

/** The groups (fourth and fifth digit) that the IRS gives ITINs: 50-65, 70-88, 90-92, 94-99. */
const isItinGroup = (group: number): boolean =>
  (group >= 50 && group <= 65) ||
  (group >= 70 && group <= 88) ||
  (group >= 90 && group <= 92) ||
  (group >= 94 && group <= 99)

/** The two groups between them that were never given: the sandbox's ITINs. */
const isSandboxItinGroup = (group: number): boolean => group === 89 || group === 93

const isSsn = (area: number, group: number, serial: number, ranges: IdRanges): boolean => {
  if (area === 0 || group === 0 || serial === 0) return false
  if (ranges === "live") return area !== 666 && area < 900
  return area === 666 || (area === 900 && !isItinGroup(group) && !isSandboxItinGroup(group))
}

const isItin = (area: number, group: number, ranges: IdRanges): boolean =>
  area >= 900 && (ranges === "live" ? isItinGroup(group) : isSandboxItinGroup(group))

/** The first two digits that the IRS never used for an FEIN; 00 is for the sandbox. */
const neverIssuedPrefixes: ReadonlySet<number> = new Set([7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97])

const isFein = (prefix: number, ranges: IdRanges): boolean =>
  ranges === "live" ? prefix !== 0 && !neverIssuedPrefixes.has(prefix) : prefix === 0

/** The number that the digits of a text from one place up to another make; NaN where one is no ASCII digit. */
const numberIn = (text: string, from: number, to: number): number => {
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN
  }
  return number
}

/**
 * Checks whether nine digits can be a number of this type.
 *
 * **Details**
 *
 * Live: an SSN's area is not 000, 666 or 900 to 999, its group not 00, its serial not 0000, and it was not printed for show; an
 * ITIN begins with 9 and has a group that is given out; a FEIN's prefix is one that the IRS gives out. Sandbox: only such as are never issued: SSN 666-xx-xxxx, and
 * 900-xx-xxxx outside the ITIN groups; ITIN groups 89 and 93; FEIN prefix 00.
 *
 * **Gotchas**
 *
 * The IRS's list of prefixes grows. When the IRS starts to use one, remove it here, or the server refuses those
 * businesses.
 *
 * @adr 0033
 * @rule D-22 @rule D-66
 */
export const isIdNumber = (idType: IdType, id: string, ranges: IdRanges): boolean => {
  const [area, group, serial] = [numberIn(id, 0, 3), numberIn(id, 3, 5), numberIn(id, 5, 9)]
  if (id.length !== 9 || Number.isNaN(area + group + serial)) return false
  switch (idType) {
    case "FEIN":
      return isFein(numberIn(id, 0, 2), ranges)
    case "SSN":
      return isSsn(area, group, serial, ranges) && !isPublishedSsn(id)
    case "ITIN":
      return isItin(area, group, ranges)
  }
}
