import type { Place } from "./RequestState.ts"

/** Name of the step in the state of a history entry; whatever else a host page keeps there stays. */
const name = "mtcStep"

const placeIn = (state: unknown): Place | undefined => {
  const place = typeof state === "object" && state !== null && name in state ? state[name] : undefined
  return typeof place === "string" ? (place as Place) : undefined
}

/** Back and Forward between steps, in the history of the document that the form stands in. */
export const stepHistory = {
  /** The step that this entry was left at: it is there after a reload. */
  now: (): Place | undefined => placeIn(history.state),
  mark: (place: Place): void => history.replaceState({ ...history.state, [name]: place }, ""),
  push: (place: Place): void => history.pushState({ ...history.state, [name]: place }, ""),
  /** Tells of Back and Forward; entries that are not ours are not told. */
  watch: (tell: (place: Place) => void): (() => void) => {
    const popped = (event: PopStateEvent) => {
      const place = placeIn(event.state)
      if (place !== undefined) tell(place)
    }
    addEventListener("popstate", popped)
    return () => removeEventListener("popstate", popped)
  }
}
