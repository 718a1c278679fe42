import type { Person } from "@mtc-logon/core/testing/rules"
import { embedSnippet } from "@mtc-logon/widget/snippet"
import { html, raw } from "hono/html"
import type { DemoAddresses } from "../demoAddresses.ts"
import { partnerLines } from "../partnerPolicy.ts"
import { endOf } from "../peopleToday.ts"
import { typedScreens } from "../typedRows.ts"
import type { TypedRow } from "../typedRows.ts"
import { sitePage } from "./sitePage.ts"
import type { Markup } from "./sitePage.ts"

const typedRow = ({ label, typed, value }: TypedRow): Markup => html`
  <div>
    <dt>${label}</dt>
    <dd>
      <span class="${typed ? "typed" : ""}">${value}</span>
      ${
        typed
          ? html`<button type="button" class="copy" data-copy="${value}">
              Copy<span class="only-heard"> ${label}</span>
            </button>`
          : ""
      }
    </dd>
  </div>
`

const whoToBe = (people: ReadonlyArray<Person>, person: Person): Markup => html`
  <section aria-labelledby="who">
    <h2 id="who">Sample people</h2>
    <form method="get" action="/create-logon" class="picker">
      <label for="as">Person</label>
      <select id="as" name="as">
        ${people.map(
          ({ name, story }) =>
            html`<option value="${story}" ${story === person.story ? html`selected` : ""}>${name}</option>`
        )}
      </select>
      <button type="submit">Show</button>
    </form>
    <p>${person.sentence}</p>
    <p><strong>Result:</strong> ${endOf(person)}</p>
    <h3>What to type</h3>
    <p class="quiet">
      This page cannot see or change what is typed in the form. Copy the values from here, or select “Fill as” at the
      end of the form. That tool exists only in development.
    </p>
    <p role="status" id="copied" class="only-heard"></p>
    <ol class="screens">
      ${typedScreens(person).map(
        ({ rows, title }) => html`
          <li>
            <h4>${title}</h4>
            <dl>${rows.map(typedRow)}</dl>
          </li>
        `
      )}
    </ol>
  </section>
`

const developerView = (addresses: DemoAddresses): Markup => html`
  <section aria-labelledby="developer">
    <h2 id="developer">Developer view</h2>
    <h3 id="events-title">Events of the form</h3>
    <p class="quiet">This is all that the page receives. It never includes a name, number, amount or address.</p>
    <div class="log" role="log" aria-labelledby="events-title" tabindex="0">
      <ol id="events">
        <li class="none">None yet.</li>
      </ol>
    </div>
    <details>
      <summary>What this page embeds</summary>
      <pre tabindex="0"><code>${embedSnippet(addresses.department)}</code></pre>
    </details>
    <details>
      <summary>What its Content-Security-Policy needs</summary>
      <pre tabindex="0"><code>${partnerLines(addresses).join(";\n")}</code></pre>
    </details>
    <p>
      <a href="${addresses.department}/dev/inbox" target="_blank" rel="noopener">Inbox</a>: every message that the
      Department sends.
    </p>
  </section>
`

/** The page with the form, who to be, and what the form tells the page. */
export const createLogonPage = (addresses: DemoAddresses, people: ReadonlyArray<Person>, person: Person): Markup =>
  sitePage({
    path: "/create-logon",
    title: "Create a logon",
    main: html`
      <h1>File your taxes online</h1>
      <p class="lead">
        To file with MassTaxConnect, you need a logon. You can create it here. The form below belongs to the Department
        of Revenue. Bayside cannot see what you type in it.
      </p>
      <div class="columns">
        <div class="form">${raw(embedSnippet(addresses.department))}</div>
        <aside aria-label="Sample people">${whoToBe(people, person)}</aside>
        <div class="developer">${developerView(addresses)}</div>
      </div>
    `
  })
