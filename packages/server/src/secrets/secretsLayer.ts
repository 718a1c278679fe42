import { Layer } from "effect"
import { derivedLayer } from "./Derived.ts"
import { digestsLayer } from "./Digests.ts"
import { keyringLayer } from "./Keyring.ts"
import { passwordHasherLayer, productionHashCost } from "./passwordHasherLayer.ts"
import { sealingLayer } from "./Sealing.ts"
import { signingLayer } from "./Signing.ts"

/** Everything that is made of the keyring; `cost` is what one hash of a password costs. */
export const secretsLayer = (cost = productionHashCost) =>
  Layer.mergeAll(derivedLayer, digestsLayer, passwordHasherLayer(cost), sealingLayer, signingLayer).pipe(
    Layer.provideMerge(keyringLayer)
  )
