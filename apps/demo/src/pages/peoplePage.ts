import { existingPassword } from "@mtc-logon/core/testing/rules"
import type { Person } from "@mtc-logon/core/testing/rules"
import { html } from "hono/html"
import { endOf } from "../peopleToday.ts"
import { typedScreens } from "../typedRows.ts"
import { sitePage } from "./sitePage.ts"
import type { Markup } from "./sitePage.ts"

/** The rows of the screens on which a person proves who they are, each value once. */
const provingRows = (person: Person) => {
  const [, id, , evidence] = typedScreens(person)
  const rows = [...(id?.rows ?? []).slice(person.taxpayerType === "individual" ? 1 : 0), ...(evidence?.rows ?? [])]
  return rows.filter(({ value }, at) => rows.findIndex((other) => other.value === value) === at)
}

const personRow = (person: Person): Markup => html`
  <tr>
    <th scope="row">
      <a href="/create-logon?as=${person.story}">${person.name}</a>
    </th>
    <td data-label="Story">${person.sentence}</td>
    <td data-label="Types">
      <ul class="plain">
        ${provingRows(person).map(({ label, typed, value }) => html`<li><span class="quiet">${label}:</span> <span class="${typed ? "whole" : ""}">${value}</span></li>`)}
      </ul>
    </td>
    <td data-label="Result">${endOf(person)}</td>
  </tr>
`

/** Everyone, with their story, what to type, and how it ends. */
export const peoplePage = (people: ReadonlyArray<Person>): Markup =>
  sitePage({
    path: "/people",
    title: "People",
    main: html`
      <h1>People</h1>
      <p class="lead">
        These ${people.length} people do not exist. Each has one story. Choose a person to open the form, with what to
        type beside it.
      </p>
      <table class="people stories">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Story</th>
            <th scope="col">Types</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          ${people.map(personRow)}
        </tbody>
      </table>

      <h2 id="logons">Logons that already exist</h2>
      <p>Each has the password <code>${existingPassword}</code> and gets security codes by e-mail, in the inbox.</p>
      <table class="people">
        <thead>
          <tr>
            <th scope="col">Username</th>
            <th scope="col">Who</th>
            <th scope="col">Can act for</th>
          </tr>
        </thead>
        <tbody>
          ${people.flatMap((person) =>
            person.logons.map(
              ({ clients, name, role, username }) => html`
                <tr>
                  <th scope="row"><code>${username}</code></th>
                  <td data-label="Who">${name}</td>
                  <td data-label="Can act for">
                    ${person.name}
                    (${role === "MasterAdministrator" ? "Master Administrator" : "Tax Administrator"})${
                      clients.length > 0 ? `, and ${clients.length} clients` : ""
                    }
                  </td>
                </tr>
              `
            )
          )}
        </tbody>
      </table>
    `
  })
