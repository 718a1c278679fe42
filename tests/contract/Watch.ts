import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"

/** What can be seen of a logon from outside core: what was written down, and what stands in its mails. */
export class Watch extends Context.Service<
  Watch,
  {
    /** Types of the audit rows of a logon or request, in order. */
    readonly happened: (subjectId: string) => Effect.Effect<ReadonlyArray<string>>
    /** Kinds of the notices about a logon, sorted. */
    readonly notices: (logonId: string) => Effect.Effect<ReadonlyArray<string>>
    /** The code that was sent last, whether it is open or not. */
    readonly newestCode: (logonId: string) => Effect.Effect<Redacted.Redacted>
    /** What the newest activation link carries. */
    readonly activation: (username: string) => Effect.Effect<Redacted.Redacted>
    /** What the newest link of a forgotten password, or to a new address, carries. */
    readonly link: (purpose: "password-reset" | "email-change", logonId: string) => Effect.Effect<Redacted.Redacted>
    /** The newest "this was not me" code. */
    readonly notMeCode: (logonId: string) => Effect.Effect<Redacted.Redacted>
    /** The id of what was asked last by somebody who forgot. */
    readonly forgotten: Effect.Effect<string>
    /** The code that an authentication app shows at a moment. */
    readonly appCode: (secret: Redacted.Redacted, at: DateTime.Utc) => Redacted.Redacted
  }
>()("tests/contract/Watch") {}
