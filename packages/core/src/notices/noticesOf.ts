import type { AnyEvent } from "./AnyEvent.ts"
import type { NoticeRow } from "./NoticeRow.ts"
import { isNoticeKind, notices } from "./notices.ts"
import type { NoticeKind } from "./notices.ts"

const kinds = Object.keys(notices).filter(isNoticeKind)

/**
 * Returns the kinds of the notices that follow from an event.
 *
 * **Details**
 *
 * `together`: the events of the same change. An approval carries the link of the code issued with it; a code issued alone is
 * mailed alone.
 *
 * @rule R-27 @rule D-12
 */
export const noticesOf = (event: AnyEvent, together: ReadonlyArray<AnyEvent>): ReadonlyArray<NoticeKind> =>
  kinds.filter((kind) => {
    const { after }: NoticeRow = notices[kind]
    return typeof after === "function" ? after(event, together) : after === event._tag
  })
