import type { SessionView } from "@mtc-logon/core/login"
import type { ComponentType } from "preact"
import { useEffect, useState } from "preact/hooks"
import { apiAt } from "../api/Api.ts"
import { say } from "../wording/say.ts"
import { AccountPage } from "./account/AccountPage.tsx"
import { ForgotPage } from "./forgot/ForgotPage.tsx"
import { PageLayout } from "./layout/PageLayout.tsx"
import { LetterPage } from "./letter/LetterPage.tsx"
import { linkCode } from "./log-in/activationCode.ts"
import { HomePage, LogInPage } from "./log-in/LogInPage.tsx"
import { NotMePage } from "./not-me/NotMePage.tsx"
import type { PageData, PageName, PageProps } from "./PageData.ts"
import { ProfilePage } from "./profile/ProfilePage.tsx"
import { RegisterPage } from "./register/RegisterPage.tsx"
import { ResetPage } from "./reset/ResetPage.tsx"
import { SecurityPage } from "./security/SecurityPage.tsx"
import { SecurityCodePage } from "./security-code/SecurityCodePage.tsx"
import { SessionDialog } from "./session/SessionDialog.tsx"
import { sessionStore } from "./sessionStore.ts"
import { TermsPage } from "./terms/TermsPage.tsx"
import { TwoStepPage } from "./two-step/TwoStepPage.tsx"
import { useFocusTitle } from "./useFocusTitle.ts"

const pages: Readonly<Record<PageName, ComponentType<PageProps>>> = {
  home: HomePage,
  register: RegisterPage,
  "log-in": LogInPage,
  activate: LogInPage,
  "two-step": TwoStepPage,
  "security-code": SecurityCodePage,
  account: AccountPage,
  security: SecurityPage,
  terms: TermsPage,
  profile: ProfilePage,
  forgot: ForgotPage,
  reset: ResetPage,
  "not-me": NotMePage,
  letter: LetterPage
}

const pathOf = (page: PageName): string => (page === "home" ? "/" : `/${page}`)

/** The page on which a log-in goes on: the profile, where the link to a new address waits for it. */
const pageAfter = ({ status }: SessionView): PageName =>
  status === "logged_in" && linkCode("/profile") !== undefined ? "profile" : pageAt[status]

const pageAt: Readonly<Record<SessionView["status"], PageName>> = {
  two_step_setup_required: "two-step",
  security_code_required: "security-code",
  terms_required: "terms",
  logged_in: "account"
}

/** Pages that a person is on while a session is open: it may end there. */
const withSession: ReadonlySet<PageName> = new Set([
  "two-step",
  "security-code",
  "account",
  "security",
  "terms",
  "profile"
])

const api = apiAt("")

/** The first-party pages: each has its path, and a log-in goes from one to the next without a load. */
export const App = ({ data }: { readonly data: PageData }) => {
  const [page, setPage] = useState<PageName>(data.page)
  const [session, setSession] = useState<SessionView | undefined>(() => sessionStore.read()?.session)
  const open = (next: PageName) => {
    // A log-in that is done with is no place to come back to.
    history.replaceState(null, "", pathOf(next))
    setPage(next)
  }
  const follow = (next: SessionView) => {
    setSession(next)
    sessionStore.keep(next.status === "logged_in" ? undefined : { session: next })
    open(pageAfter(next))
  }
  useEffect(() => {
    if (page !== "register") document.title = say("page.document-title", { page: say(`page.${page}.title`) })
  }, [page])
  useFocusTitle([page])
  const Page = pages[page]
  return (
    <PageLayout data={{ ...data, page }}>
      <Page data={{ ...data, page }} api={api} session={session} follow={follow} open={open} />
      {withSession.has(page) ? <SessionDialog key={page} api={api} /> : null}
    </PageLayout>
  )
}
