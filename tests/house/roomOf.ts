import { plan } from "./plan.ts"
import type { SourceFile } from "./SourceFile.ts"

/** The room that a file stands in: `core/money`, `server/main`. */
export const roomOf = ({ package: name, inside }: Pick<SourceFile, "package" | "inside">): string => {
  if (name === "demo") return "demo/*"
  const [first = ""] = inside.split("/")
  return `${name}/${first.replace(/\.tsx?$/, "")}`
}

/** The place of a room in the plan, bottom first. */
export const storeyOf = (room: string): number => Object.keys(plan).indexOf(room)
