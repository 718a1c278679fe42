import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type * as LaterScreens from "./laterScreens.ts"
import { learn } from "../wording/say.ts"
import type { Screen } from "./Screen.ts"
import { taxpayerTypeScreen } from "./taxpayer-type/taxpayerTypeScreen.tsx"

type Later = typeof LaterScreens

let later: Later | undefined

/**
 * Loads the rules and everything after the first screen, once.
 *
 * **Gotchas**
 *
 * Fails when the network does; the next call tries again, since a browser forgets a module that it could not fetch.
 */
export const loadLater = async (): Promise<Later> => {
  if (later === undefined) {
    const loaded = await import("./laterScreens.ts")
    learn(loaded.laterCatalog)
    later = loaded
  }
  return later
}

/** What was loaded: there before any screen but the first is shown. */
export const laterNow = (): Later => {
  if (later === undefined) throw new Error("loadLater")
  return later
}

type Screens = { readonly [S in AnsweredStepId]?: Screen<S> }

/** The screen of a step that asks something. */
export const screenOf = <S extends AnsweredStepId>(step: S): Screen<S> => {
  const screens: Screens = { ...later?.laterScreens, "taxpayer-type": taxpayerTypeScreen }
  return screens[step] as Screen<S>
}
