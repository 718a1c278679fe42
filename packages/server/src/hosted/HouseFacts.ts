import type { PageData } from "@mtc-logon/widget/files"

/** What every page of the server shows, the same for everybody. */
export type HouseFacts = Omit<PageData, "page" | "supportedLocales">
