import { randomUUID } from "node:crypto"
import { Context, Layer } from "effect"

/** What an id is made for. */
export type IdOf =
  | "logon-request"
  | "logon"
  | "access-grant"
  | "activation-code"
  | "security-code"
  | "two-step-method"
  | "trusted-device"
  | "verification-attempt"
  | "decision"
  | "notice"
  | "message"
  | "partner"
  | "recovery-code"
  | "not-me-code"
  | "email-change"
  | "recovery"
  | "forgotten"
  | "letter"
  | "contest"
  | "api-key"

/** Makes the ids of rows: UUIDs, of 122 random bits. A test gives its own, since codes and links are derived from ids. */
export class Ids extends Context.Service<Ids, { readonly make: (of: IdOf) => string }>()("server/secrets/Ids") {}

export const idsLayer = Layer.succeed(Ids, { make: () => randomUUID() })
