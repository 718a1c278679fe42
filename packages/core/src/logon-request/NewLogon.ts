import type { DateTime, Redacted } from "effect"
import type { Role } from "../access/Role.ts"
import type { Answers } from "./stepShapes.ts"

/** The logon that a submitted request reserves: no one can log in with it before the request is approved. */
export interface NewLogon {
  readonly username: string
  readonly passwordHash: Redacted.Redacted
  /** Null where the rule set asks no secret question. */
  readonly secretQuestion: string | null
  readonly secretAnswerHash: Redacted.Redacted | null
  readonly pinHash: Redacted.Redacted
  readonly profile: Omit<NonNullable<Answers["profile"]>, "pin">
  readonly taxProfessional: boolean
  readonly terms: { readonly version: string; readonly acceptedAt: DateTime.Utc }
  readonly role: Role
}
