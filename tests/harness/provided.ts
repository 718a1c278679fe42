import type { ChromiumFound } from "./findChromium.ts"

/** What the global set-ups hand to every test of a project through `inject`. */
declare module "vitest" {
  export interface ProvidedContext {
    /** A real PostgreSQL whose role may create databases: `postgres://...`. */
    readonly databaseUrl: string
    /** Eight hex digits of this run; every database that it makes is named with them. */
    readonly databaseRun: string
    /** The Chromium that journeys are driven in. */
    readonly chromium: ChromiumFound
  }
}
