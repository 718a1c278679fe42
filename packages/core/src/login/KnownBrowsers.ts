import { Context } from "effect"

/**
 * Marks that a browser keeps of the logons it was opened with, so that their owners are told of others only.
 *
 * **Gotchas**
 *
 * A mark opens nothing and skips nothing: all it does is to keep one mail from being sent.
 */
export class KnownBrowsers extends Context.Service<
  KnownBrowsers,
  {
    /** The mark of a logon: 22 characters. */
    readonly markOf: (logonId: string) => string
    /** Whether one of these is the logon's. */
    readonly isKnown: (logonId: string, marks: ReadonlyArray<string>) => boolean
  }
>()("core/login/KnownBrowsers") {}
