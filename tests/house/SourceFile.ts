import type { Program, StaticExport } from "oxc-parser"

/** One import of a file, of any shape: `import`, `export from`, `import()`, `import("x").T`. */
export interface Arrow {
  /** As written: `../engine/Rule.ts`, `effect`. */
  readonly specifier: string
  /** The file of the workspace that it reaches, relative to the root; null for an npm or Node module. */
  readonly file: string | null
  /** Vanishes when types are stripped. */
  readonly typeOnly: boolean
  readonly dynamic: boolean
}

/** A file of `packages/<package>/src` or `apps/demo/src`, read once. */
export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string
  /** `core`, `server`, `widget`, `demo`. */
  readonly package: string
  /** Below `src`. */
  readonly inside: string
  /** Without folder and extension. */
  readonly name: string
  readonly text: string
  readonly lines: number
  readonly program: Program
  readonly exports: ReadonlyArray<StaticExport>
  readonly arrows: ReadonlyArray<Arrow>
}
