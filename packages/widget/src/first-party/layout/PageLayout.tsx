import type { ComponentChildren } from "preact"
import { say } from "../../wording/say.ts"
import type { PageData } from "../PageData.ts"

/** What stands around every page of ours: the way past the head, the name, who helps. No seal, no colours of the state. */
export const PageLayout = ({ data, children }: { readonly data: PageData; readonly children: ComponentChildren }) => (
  <>
    <a class="mtc-skip" href="#mtc-main">
      {say("page.skip")}
    </a>
    <header class="mtc-head mtc-no-print">
      <a class="mtc-brand" href="/" aria-current={data.page === "home" ? "page" : undefined}>
        {say("page.brand")}
      </a>
      {data.developmentTools ? <span class="mtc-demo">{say("page.demonstration")}</span> : null}
    </header>
    <main class="mtc-main" id="mtc-main" tabIndex={-1}>
      {children}
    </main>
    <footer class="mtc-foot mtc-no-print">
      <p>
        {say("help.phones", { phone: data.contacts.phone, tollFree: data.contacts.tollFree })} {say("help.hours")}
      </p>
      <p class="mtc-links">
        <a href={data.links.faq}>{say("links.faq")}</a>
        <a href={data.links.videos}>{say("links.videos")}</a>
        <a href={data.links.billOfRights}>{say("links.bill-of-rights")}</a>
      </p>
    </footer>
  </>
)
