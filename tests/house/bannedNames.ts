import { exportedNames } from "./exportedNames.ts"
import type { SourceFile } from "./SourceFile.ts"

const rooms = /^(?:utils?|helpers?|common|shared|misc|lib)$/i
const suffixes = /(?:Manager|Handler|Processor|Service|Data|Info|Utils?|Helpers?)$/
const verbs = /^(?:process|handle|manage|validate)[A-Z]/
const words = /^users?$|User(?=[A-Z]|s?$)|^user[A-Z]/
/** Words that hold a banned one and mean something else. */
const innocent = /username|userAgent/gi

/** Names that stand for a reason. */
const allowed = new Set([
  // The use case is the source's "processing" of a request (D-12).
  "processLogonRequest",
  // What the server writes into a page as data for its script; a wire name of the shells.
  "PageData",
  "FrameData"
])

/** Banned words in the name of a file, its folders and its exports. */
export const bannedNames = (file: SourceFile): ReadonlyArray<string> => {
  const places = file.inside.split("/").map((part) => part.replace(/\.tsx?$/, ""))
  const names = new Set([...places, ...exportedNames(file)])
  return [...names].filter((name) => {
    if (allowed.has(name)) return false
    const plain = name.replace(innocent, "name")
    return rooms.test(name) || suffixes.test(plain) || verbs.test(plain) || words.test(plain)
  })
}
