import type { LogonRequestState } from "@mtc-logon/core/logon-request"
import type { Context } from "hono"
import { localeOf } from "../../http/localeOf.ts"
import { messageIdOf, sayIn } from "../../say.ts"

/** A state as it is answered: the titles of its journey in words, in the caller's language; their ids are the steps. */
export const inWords = <V extends LogonRequestState>(c: Context, view: V): V => {
  const say = sayIn(localeOf(c))
  return { ...view, journey: view.journey.map((place) => ({ ...place, title: say(messageIdOf(place.title)) })) }
}
