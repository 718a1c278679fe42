import { Layer } from "effect"
import { derivedLayer } from "./Derived.ts"
import { digestsLayer } from "./Digests.ts"
import { keyringLayer } from "./Keyring.ts"
import { passwordHasherLayer } from "./passwordHasherLayer.ts"
import { sealingLayer } from "./Sealing.ts"
import { signingLayer } from "./Signing.ts"

/** Everything that is made of the keyring. */
export const secretsLayer = Layer.mergeAll(
  derivedLayer,
  digestsLayer,
  passwordHasherLayer,
  sealingLayer,
  signingLayer
).pipe(Layer.provideMerge(keyringLayer))
