import { html } from "hono/html"
import type { DemoAddresses } from "../demoAddresses.ts"
import { sitePage } from "./sitePage.ts"
import type { Markup } from "./sitePage.ts"

/** The two-minute tour. */
export const startPage = ({ department, unregistered }: DemoAddresses): Markup =>
  sitePage({
    path: "/",
    title: "Two-minute tour",
    main: html`
      <h1>Two-minute tour</h1>
      <p class="lead">
        Two sites run on this machine. You are on <strong>Bayside Tax Help</strong>, a partner's site. It embeds the
        form with which taxpayers prove who they are and create a MassTaxConnect logon. The form is the
        <strong>Department's</strong>, on its own origin.
      </p>
      <ol class="tour">
        <li>
          <h2><a href="/create-logon?as=larry-mo">Create a logon as LARRY MO</a></h2>
          <p>
            Press “Fill as LARRY MO” at the end of the form, or copy what to type from the list beside it. Leave
            something out to see the error summary. Leave the number's field to see it masked. The events hold no
            personal data.
          </p>
        </li>
        <li>
          <h2>Submit, and keep the page open</h2>
          <p>
            The confirmation has the number, the PIN once, and a print button. Its status changes from being processed
            to approved by itself.
          </p>
        </li>
        <li>
          <h2><a href="${department}/dev/inbox" target="_blank" rel="noopener">Open the inbox</a></h2>
          <p>It has two mails: the receipt, and the approval with a link. The link works once, for 24 hours.</p>
        </li>
        <li>
          <h2>Open the link and log in</h2>
          <p>
            The first log-in sets up two-step verification. Choose e-mail and any address. The code is in the inbox; or
            press Populate. Log out, log in again and check <em>Trust this device</em>. The third log-in asks for no
            code.
          </p>
        </li>
        <li>
          <h2><a href="/people">Be someone else</a></h2>
          <p>
            Try a wrong amount five times, a letter that is too old, a username that is taken, or a taxpayer who has a
            Master Administrator already. Every refusal is the same sentence, whatever the reason.
          </p>
        </li>
      </ol>
      <h2>Also worth a look</h2>
      <ul>
        <li>
          <a href="${unregistered}/create-logon">The same page under an origin that is not registered</a>: the form does
          not open there. The page shows a link to the Department's own page.
        </li>
        <li>
          <a href="${department}/" target="_blank" rel="noopener">The Department's own pages</a>, without a frame.
        </li>
        <li>Do all of it with the keyboard alone, at 400% zoom, or with a screen reader.</li>
      </ul>
    `
  })
