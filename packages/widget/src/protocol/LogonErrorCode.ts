/** What can go wrong before or around the form. The codes are stable. */
export const logonErrorCodes = [
  /** The frame did not respond within 6 seconds: `frame-ancestors`, a content blocker or the network blocked it. */
  "frame_blocked",
  /** The page has the frame's own origin, so framing would protect nothing. Use `mode="inline"`. */
  "same_origin",
  "partner_id_missing",
  "partner_id_malformed",
  /** The frame does not support this loader's protocol. */
  "protocol_unsupported",
  /** A pair of colors has too little contrast, so the form ignores its variables. Not fatal. */
  "appearance_contrast",
  /** A value of the appearance is malformed, so the form ignores it. Not fatal. */
  "appearance_malformed",
  /** The service accepts no requests from this origin, or the origin is not on the partner's list. */
  "origin_not_allowed",
  /** There is no partner with this ID, or it is disabled. */
  "partner_unknown",
  "unavailable",
  "too_many_requests",
  "other"
] as const

export type LogonErrorCode = (typeof logonErrorCodes)[number]
