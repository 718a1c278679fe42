import type { SourceFile } from "./SourceFile.ts"

/** The names that a file exports, types too. */
export const exportedNames = ({ exports }: SourceFile): ReadonlyArray<string> =>
  exports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => (exportName.name !== null ? [exportName.name] : []))
  )
