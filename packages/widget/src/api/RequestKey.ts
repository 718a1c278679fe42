import type { RequestToken } from "./Api.ts"

/** What opens a request, and the key of its one submit; all that a page keeps. */
export interface RequestKey extends RequestToken {
  /** Sent with each submit of this request: pressed twice is one request. */
  readonly submitKey: string
}

/** Who asks for a logon, and in which language. */
export interface OpenedBy {
  readonly partnerId?: string
  readonly locale?: string
  readonly reference?: string
}
