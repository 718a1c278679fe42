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
        form in which a taxpayer proves who they are and creates a MassTaxConnect logon. The form comes from the
        <strong>Department's</strong> site, on another origin.
      </p>
      <ol class="tour">
        <li>
          <h2><a href="/create-logon?as=larry-mo">Create a logon as LARRY MO</a></h2>
          <p>
            Select “Fill as LARRY MO” at the end of the form, or copy the values beside it. Leave something out to see
            the error summary. Leave the number's field to see the number masked. The events hold no personal data.
          </p>
        </li>
        <li>
          <h2>Submit, and keep the page open</h2>
          <p>
            The confirmation shows its number, a print button and, only this once, the PIN. The status changes to
            approved by itself.
          </p>
        </li>
        <li>
          <h2><a href="${department}/dev/inbox" target="_blank" rel="noopener">Open the inbox</a></h2>
          <p>It has two e-mails: the receipt, and the approval with a link. The link works once, for a day.</p>
        </li>
        <li>
          <h2>Use the link to log in, with the username and password</h2>
          <p>
            The first log-in sets up two-step verification. Choose e-mail and enter any address. The code is in the
            inbox, or select Populate. Log out, log in again and check <em>Trust this device</em>. The third log-in asks
            for no code.
          </p>
        </li>
        <li>
          <h2><a href="/people">Be someone else</a></h2>
          <p>
            Try a wrong amount five times, a letter that is too old, a username that is taken, or a taxpayer who already
            has a Master Administrator. The refusal is the same sentence, whatever the secret reason.
          </p>
        </li>
      </ol>
      <h2>More to try</h2>
      <ul>
        <li>
          <a href="${unregistered}/create-logon">The same page on an origin that is not registered</a>: the Department's
          form does not open there. The page shows a link to the form instead.
        </li>
        <li>
          <a href="${department}/" target="_blank" rel="noopener">The Department's own pages</a>, without a frame.
        </li>
        <li>The whole tour with only the keyboard, at 400% zoom, or with a screen reader.</li>
      </ul>
    `
  })
