/** What can go wrong before or around the form; stable for programs. */
export const logonErrorCodes = [
  /** The frame did not answer in 6 s: blocked by `frame-ancestors`, a content blocker or the network. */
  "frame_blocked",
  /** The page is of the frame's own origin: framing would protect nothing. Use `mode="inline"`. */
  "same_origin",
  "partner_id_missing",
  "partner_id_malformed",
  /** The frame speaks no protocol that this loader knows. */
  "protocol_unsupported",
  /** A colour pair has too little contrast: its variables are ignored. Not fatal. */
  "appearance_contrast",
  /** A value of the appearance is none: it is ignored. Not fatal. */
  "appearance_malformed",
  /** The service takes no requests from this origin, or the origin is not the partner's. */
  "origin_not_allowed",
  /** There is no partner with this ID, or it is disabled. */
  "partner_unknown",
  "unavailable",
  "too_many_requests",
  "other"
] as const

export type LogonErrorCode = (typeof logonErrorCodes)[number]
