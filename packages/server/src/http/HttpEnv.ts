/** What the middleware of every route leaves for it. */
export interface HttpEnv {
  Variables: {
    /** 22 characters, base64url; in `X-Request-Id` and in the log. */
    requestId: string
  }
}
