import type { ToPageMessage } from "./ToFrameMessage.ts"

/** Longest message, in characters of its JSON: 4 KiB. */
const longest = 4096

/** An object that is ours and short enough, or nothing. */
export const ours = (data: unknown): Readonly<Record<string, unknown>> | undefined => {
  try {
    const fields: Record<string, unknown> = { ...(data as object) }
    return fields["mtc"] === 1 && JSON.stringify(fields).length <= longest ? fields : undefined
  } catch {
    return undefined
  }
}

const height = /^(1[2-9]\d|[2-9]\d\d|[1-7]\d{3}|8000)$/
const upTo99 = /^[1-9]\d?$/
const word = /^"[a-z_-]{1,40}"$/

/** The fields of each message besides its type, as JSON: a pattern with quotes takes a string, one without a number. */
const shapes: { readonly [T in ToPageMessage["type"]]: Readonly<Record<string, RegExp>> } = {
  ready: { height, protocol: upTo99, nonce: /^"/ },
  height: { height },
  step: { step: word, number: upTo99, total: upTo99 },
  complete: { confirmationNumber: /^"\d(-\d{3}){3}"$/ },
  error: { code: word },
  scroll: {},
  done: {},
  cancel: {},
  timeout: {}
}

/**
 * Reads a message from the frame: a value of the protocol, or nothing. Unknown types are nothing, unknown fields are dropped.
 *
 * **Gotchas**
 *
 * The loader is built of this file: it imports nothing. An error code is held to its form only, so that an older loader
 * passes on a code that came later.
 */
export const parseToPageMessage = (data: unknown): ToPageMessage | undefined => {
  const it = ours(data)
  const type = it?.["type"] as ToPageMessage["type"]
  if (it === undefined || typeof type !== "string" || !Object.hasOwn(shapes, type)) return undefined
  const message: Record<string, unknown> = { mtc: 1, type }
  for (const [field, pattern] of Object.entries(shapes[type])) {
    if (!pattern.test(JSON.stringify(it[field]))) return undefined
    message[field] = it[field]
  }
  return message as ToPageMessage
}
