import { html } from "hono/html"
import { curlOf } from "./curlOf.ts"
import type { JsonSchema, OpenapiDocument, OpenapiOperation, OpenapiResponse } from "./OpenapiDocument.ts"
import { schemaMembers, typeOf } from "./schemaMembers.ts"

/** One call with its way. */
interface Entry extends OpenapiOperation {
  readonly method: string
  readonly path: string
}

const entriesOf = ({ paths }: OpenapiDocument): ReadonlyArray<Entry> =>
  Object.entries(paths).flatMap(([path, each]) =>
    Object.entries(each).map(([method, operation]) => ({ ...operation, method, path }))
  )

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, "-")

const keys: Readonly<Record<string, string>> = {
  requestToken: "The token of the request, as Authorization: Bearer.",
  session: "The session cookie of a log-in.",
  apiKey: "An API key, as Authorization: Bearer."
}

const keyOf = ({ security = [] }: OpenapiOperation) => {
  const needs = security.flatMap((each) => Object.entries(each))
  return needs.length === 0
    ? "None."
    : needs.map(([name, scopes]) => [keys[name], ...scopes.map((scope) => `Scope: ${scope}.`)].join(" ")).join(" ")
}

const responseAt = (response: OpenapiOperation["responses"][string], { components }: OpenapiDocument) =>
  "$ref" in response
    ? components.responses[response.$ref.slice(response.$ref.lastIndexOf("/") + 1)]!
    : (response satisfies OpenapiResponse)

const isProblem = ({ content }: OpenapiResponse) => content?.["application/problem+json"] !== undefined

const body = (schema: JsonSchema) =>
  schema.properties === undefined && schema.$ref === undefined
    ? html`<p>An empty object, <code>{}</code>.</p>`
    : schema.$ref === undefined
      ? schemaMembers(schema)
      : html`<p>${typeOf(schema)}</p>`

const answer = ([status, { content = {}, description }]: readonly [string, OpenapiResponse]) => html`
  <dt><code>${status}</code></dt>
  <dd>
    ${description}
    ${Object.entries(content).map(
      ([type, { schema }]) =>
        html`<p><code>${type}</code>${schema.$ref === undefined ? "" : html`: ${typeOf(schema)}`}</p>
          ${schema.properties === undefined ? "" : schemaMembers(schema)}`
    )}
  </dd>
`

const section = (entry: Entry, document: OpenapiDocument) => {
  const { description, method, operationId, parameters = [], path, requestBody, summary } = entry
  const responses = Object.entries(entry.responses).map(
    ([status, response]) => [status, responseAt(response, document)] as const
  )
  const problems = responses.filter(([, response]) => isProblem(response))
  return html`<section aria-labelledby="${operationId}">
    <h3 id="${operationId}">${summary}</h3>
    <p class="way"><strong>${method.toUpperCase()}</strong> <code>${path}</code></p>
    ${description === undefined ? "" : html`<p>${description}</p>`}
    <h4>Key</h4>
    <p>${keyOf(entry)}</p>
    ${
      parameters.length === 0
        ? ""
        : html`<h4>Parameters</h4>
            <dl>
              ${parameters.map(
                (each) =>
                  html`<dt><code>${each.name}</code></dt>
                    <dd>in the ${each.in}${each.required ? "" : ", optional"}. ${each.description ?? ""}</dd>`
              )}
            </dl>`
    }
    ${
      requestBody === undefined
        ? ""
        : html`<h4>Body</h4>
            ${Object.entries(requestBody.content).map(
              ([type, { schema }]) =>
                html`${type === "application/json" ? "" : html`<p>Lines of <code>${type}</code>, each:</p>`}${body(schema)}`
            )}`
    }
    <h4>Responses</h4>
    <dl>${responses.filter(([, response]) => !isProblem(response)).map(answer)}</dl>
    ${
      problems.length === 0
        ? ""
        : html`<details>
            <summary>Problems (${problems.length})</summary>
            <dl>
              ${problems.map(
                ([status, response]) =>
                  html`<dt><code>${status}</code></dt>
                    <dd>${response.description}</dd>`
              )}
            </dl>
          </details>`
    }
    <h4>Example</h4>
    <pre><code>${curlOf(method, path, entry, document)}</code></pre>
  </section>`
}

/** The OpenAPI document as a page: every call under its chapter, and every named schema; nothing in it needs a script. */
export const docsPage = (document: OpenapiDocument): string => {
  const { components, info, tags } = document
  const chapters = tags.map((tag) => ({
    ...tag,
    id: `chapter-${slug(tag.name)}`,
    entries: entriesOf(document).filter((entry) => entry.tags.includes(tag.name))
  }))
  const page = html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>HTTP calls - ${info.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/docs.css" />
      </head>
      <body>
        <a class="skip" href="#calls">Skip to the calls</a>
        <header>
          <h1>The HTTP API</h1>
          <p>${info.description}</p>
          <p>For programs: <a href="/openapi.json">openapi.json</a>, OpenAPI ${document.openapi}.</p>
        </header>
        <nav aria-label="Contents">
          <h2>Contents</h2>
          <ul>
            ${chapters.map(
              ({ entries, id, name }) =>
                html`<li>
                  <a href="#${id}">${name}</a>
                  <ul>
                    ${entries.map(
                      ({ operationId, summary }) => html`<li><a href="#${operationId}">${summary}</a></li>`
                    )}
                  </ul>
                </li>`
            )}
            <li><a href="#schemas">Schemas</a></li>
          </ul>
        </nav>
        <main id="calls" tabindex="-1">
          ${chapters.map(
            ({ description, entries, id, name }) =>
              html`<h2 id="${id}">${name}</h2>
                <p>${description}</p>
                ${entries.map((entry) => section(entry, document))}`
          )}
          <h2 id="schemas">Schemas</h2>
          ${Object.entries(components.schemas).map(
            ([name, schema]) =>
              html`<section aria-labelledby="schema-${name}">
                <h3 id="schema-${name}">${name}</h3>
                ${schema.description === undefined ? "" : html`<p>${schema.description}</p>`}
                ${
                  schema.properties === undefined
                    ? html`${(schema.anyOf ?? [schema]).map((each) => schemaMembers(each))}`
                    : schemaMembers(schema)
                }
              </section>`
          )}
        </main>
      </body>
    </html> `
  return String(page)
}
