import { Context } from "effect"

/**
 * Marks in a browser of the logons that it has opened. Owners get a notice only about other browsers.
 *
 * **Gotchas**
 *
 * A mark opens nothing and skips no check. It only prevents one mail.
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
