import type { PageData } from "@mtc-logon/widget/files"

/** What every page of the house shows, the same for everybody. */
export type HouseFacts = Omit<PageData, "page" | "supportedLocales">
