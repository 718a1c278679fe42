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
        Two sites run on this machine. <strong>Bayside Tax Help</strong>, where you are, is somebody else's. It embeds
        the form by which a taxpayer proves who they are and creates a MassTaxConnect logon. The form is the
        <strong>Department's</strong>, on an origin of its own.
      </p>
      <ol class="tour">
        <li>
          <h2><a href="/create-logon?as=larry-mo">Create a logon as LARRY MO</a></h2>
          <p>
            “Fill as LARRY MO” at the end of the form types for you; beside it is what to type, with copy buttons. Look
            at the error summary when you leave something out, at the number that is masked once you leave its field,
            and at the events: no personal data is in them.
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
          <p>Two mails: the receipt, and the approval with its link. The link is good for a day, once.</p>
        </li>
        <li>
          <h2>Log in by the link, with username and password</h2>
          <p>
            The first log-in sets up two-step verification. Choose e-mail and any address: the code is in the inbox, or
            press Populate. Log out and in again, check <em>Trust this device</em>, and the third time no code is asked.
          </p>
        </li>
        <li>
          <h2><a href="/people">Be somebody else</a></h2>
          <p>
            Try a wrong amount five times, a letter that is too old, a username that is taken, or a taxpayer who has a
            Master Administrator already. The refusal is one sentence whatever the reason.
          </p>
        </li>
      </ol>
      <h2>Also worth a look</h2>
      <ul>
        <li>
          <a href="${unregistered}/create-logon">The same page under an origin that is not registered</a>: the
          Department's form does not open there, and a link to its own page stands in its place.
        </li>
        <li><a href="${department}/" target="_blank" rel="noopener">The Department's own pages</a>, with no frame.</li>
        <li>Everything by keyboard alone, at 400% zoom, or with a screen reader.</li>
      </ul>
    `
  })
