import type { SessionView } from "@mtc-logon/core/login"
import type { Api } from "../api/Api.ts"
import type { PageData, PageName } from "./PageData.ts"

/** What each page is given. */
export interface PageProps {
  readonly data: PageData
  readonly api: Api
  /** Where the log-in stands, as the last call said; absent before one. */
  readonly session: SessionView | undefined
  /** Goes where a log-in goes on. */
  readonly follow: (session: SessionView) => void
  readonly open: (page: PageName) => void
}
