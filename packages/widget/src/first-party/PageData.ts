import type { SessionView } from "@mtc-logon/core/login"
import type { SpokenLocale } from "@mtc-logon/core/wording"
import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import type { TwoStepMethodKind } from "@mtc-logon/core/two-step"
import type { Api } from "../api/Api.ts"

/** The first-party pages: each is one path of the server, rendered by the same `pages.js`. */
export type PageName =
  /** `/`: log-in form and Sign Up. @rule S01 */
  | "home"
  /** `/register`: registration options and the request, inline. */
  | "register"
  /** `/log-in`: the log-in form on a page of its own. */
  | "log-in"
  /** `/activate#<code>`: the log-in form that sends the code of the fragment along. @rule D-13 */
  | "activate"
  /** `/two-step`: the two-step set-up chooser and what follows from it. */
  | "two-step"
  /** `/security-code`: the code of a log-in. */
  | "security-code"
  /** `/account`: the home page after log-in. */
  | "account"
  /** `/security`: ways to get codes, recovery codes, devices, sessions. */
  | "security"
  /** `/terms`: terms that are new. @rule D-44 */
  | "terms"
  /** `/profile`, `/profile#<code>`: Manage My Profile; with the link to a new address. */
  | "profile"
  /** `/forgot`: a forgotten username or password. @rule D-47 */
  | "forgot"
  /** `/reset#<code>`: a new password, behind the mailed link. */
  | "reset"
  /** `/not-me#<code>`: "this was not me". @rule D-26 */
  | "not-me"
  /** `/letter`: asks for a letter. @rule D-07 */
  | "letter"

/** What the pages need of the contacts of the rule set in force. */
export interface PageContacts {
  /** `(617) 887-6367` */
  readonly phone: string
  /** `(800) 392-6089`, toll-free in the state. */
  readonly tollFree: string
  /** `MTCNoReply@dor.state.ma.us` */
  readonly mailFrom: string
}

/**
 * What the server's shell gives a first-party page, as JSON in `<script type="application/json" id="page">`.
 *
 * **Details**
 *
 * The shell: `<div id="mtc-page" data-page="home"></div>`, that script element, `pages.css` and
 * `<script type="module" src="pages.js">`.
 *
 * **Gotchas**
 *
 * It holds no personal data: pages are the same for everyone. `GET /v1/me` returns who is logged in.
 */
export interface PageData {
  readonly page: PageName
  /** This is a development server, with its tools. Never in production. @rule R-37 */
  readonly developmentTools: boolean
  readonly links: LogonRequestOptions["links"]
  readonly contacts: PageContacts
  /** BCP 47, the one of the page first. */
  readonly supportedLocales: ReadonlyArray<SpokenLocale>
  /** Which two-step methods the rule set in force offers. */
  readonly twoStepKinds: ReadonlyArray<TwoStepMethodKind>
  /** Days that a device stays trusted; null: no device can be. @rule D-15 */
  readonly trustedDeviceDays: number | null
  /** What a new password must be. @rule R-18 */
  readonly passwordPolicy: {
    readonly minCodePoints: number
    readonly maxCodePoints: number
    readonly classes: ReadonlyArray<"upper" | "lower" | "digit">
  }
  /** Ids of the secret questions; empty: none is asked. @rule D-20 */
  readonly secretQuestions: ReadonlyArray<string>
  /** ISO 3166-1 alpha-2. */
  readonly phoneCountries: ReadonlyArray<string>
  readonly pinDigits: number
  /** Days between two openings of amounts. @rule D-30 */
  readonly amountsReopenDays: number
}

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
