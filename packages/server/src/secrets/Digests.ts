import { createHmac } from "node:crypto"
import { taxpayerKey } from "@mtc-logon/core/taxpayer"
import type { TaxpayerIdentifier } from "@mtc-logon/core/taxpayer"
import { Context, Effect, Layer, Redacted } from "effect"
import { Keyring } from "./Keyring.ts"
import type { Key } from "./Keyring.ts"

/** What a digest is of: the same text in two domains has two digests. A taxpayer's number has a method of its own. */
export type DigestDomain =
  | "letter"
  | "token"
  | "claim"
  | "network"
  | "username"
  | "email"
  | "phone"
  | "limit"
  | "recovery-code"
  | "browser"
  | "api-key"

/**
 * Keyed digests, HMAC-SHA-256 in hex: what the server finds things by without keeping them.
 *
 * **Gotchas**
 *
 * Keyed, since there are only a billion numbers: whoever reads the database alone cannot try them all.
 */
export class Digests extends Context.Service<
  Digests,
  {
    /** Under the key in force: what is stored. */
    readonly of: (domain: DigestDomain, text: Redacted.Redacted | string) => string
    /** Under every key, the one in force first: what is looked up. */
    readonly allOf: (domain: DigestDomain, text: Redacted.Redacted | string) => ReadonlyArray<string>
    /** Of a number in its space: an SSN and a FEIN of the same nine digits have two digests. */
    readonly ofTaxpayer: (taxpayer: TaxpayerIdentifier) => string
    readonly allOfTaxpayer: (taxpayer: TaxpayerIdentifier) => ReadonlyArray<string>
  }
>()("server/secrets/Digests") {}

/** What opens something by itself: it belongs to its epoch. */
const ofEpoch: ReadonlySet<DigestDomain> = new Set(["token", "recovery-code"])

/** The first epoch is unmarked. */
const scopeOf = (domain: DigestDomain, epoch: number) =>
  ofEpoch.has(domain) && epoch > 1 ? `${domain}\0${epoch}` : domain

const digest = ({ key }: Key, domain: string, text: Redacted.Redacted | string) =>
  createHmac("sha256", key)
    .update(`${domain}\0`)
    .update(Redacted.isRedacted(text) ? Redacted.value(text) : text)
    .digest("hex")

const keyOf = ({ digits, idType }: TaxpayerIdentifier) => taxpayerKey(idType, Redacted.value(digits))

export const digestsLayer = Layer.effect(
  Digests,
  Effect.map(Keyring, ({ active, all, epoch }) => ({
    of: (domain, text) => digest(active("digest"), scopeOf(domain, epoch), text),
    allOf: (domain, text) => all("digest").map((key) => digest(key, scopeOf(domain, epoch), text)),
    ofTaxpayer: (taxpayer) => digest(active("digest"), "taxpayer", keyOf(taxpayer)),
    allOfTaxpayer: (taxpayer) => all("digest").map((key) => digest(key, "taxpayer", keyOf(taxpayer)))
  }))
)
